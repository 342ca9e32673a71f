"""AWS::Lightsail::Distribution, which MiniStack does not have.

It is what someone has before they move to this library: it can be created, retained and deleted, and not be changed.
"""

import time

from lightsail_bucket import lightsail, tags_of
from ministack.services.cloudformation import provisioners, stacks

TYPE = "AWS::Lightsail::Distribution"


def create(logical_id, properties, stack_name):
    name, origin, client = properties["DistributionName"], properties["Origin"], lightsail("us-east-1")
    client.create_distribution(
        distributionName=name,
        bundleId=properties["BundleId"],
        origin={member[0].lower() + member[1:]: value for member, value in origin.items()},
        defaultCacheBehavior={"behavior": properties["DefaultCacheBehavior"]["Behavior"]},
        tags=tags_of(properties),
    )
    while client.get_distributions(distributionName=name)["distributions"][0]["status"] != "Deployed":
        time.sleep(0.5)
    distribution = client.get_distributions(distributionName=name)["distributions"][0]
    return name, {"DistributionArn": distribution["arn"], "Status": distribution["status"]}


def update(name, former, properties, stack_name):
    if former != properties:
        raise ValueError(f"{name}: cannot be changed here, only created, retained and deleted")
    return name, {}


def delete(name, properties):
    lightsail("us-east-1").delete_distribution(distributionName=name)


def off_the_event_loop(runs_on_worker_thread):
    return lambda resource_type: resource_type == TYPE or runs_on_worker_thread(resource_type)


def apply():
    provisioners._RESOURCE_HANDLERS[TYPE] = {"create": create, "update": update, "delete": delete}
    provisioners._REPLACING_PROPERTIES[TYPE] = ("DistributionName",)
    stacks._runs_on_worker_thread = off_the_event_loop(stacks._runs_on_worker_thread)
