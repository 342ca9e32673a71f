"""AWS::Lightsail::Bucket, which MiniStack does not have.

A bucket is made in Lightsail with the calls that AWS's CloudFormation handler makes, and in MiniStack's S3, where S3
clients find it under the same name. The handler force deletes it, with all objects.
"""

import os

import boto3
from botocore.exceptions import ClientError

from ministack.core.responses import get_account_id, get_region
from ministack.services import s3
from ministack.services.cloudformation import provisioners, stacks

TYPE = "AWS::Lightsail::Bucket"


def lightsail(region_name=None):
    return boto3.client(
        "lightsail", region_name=region_name or get_region(), endpoint_url=os.environ["AWS_ENDPOINT_URL_LIGHTSAIL"],
        aws_access_key_id=get_account_id(), aws_secret_access_key="local",
    )


def create(logical_id, properties, stack_name):
    name = properties["BucketName"]
    if "ResourcesReceivingAccess" in properties:
        raise ValueError(f"{name}: ResourcesReceivingAccess needs instances, which the simulated Lightsail does not have")
    if s3._bucket_owner_account(name) is not None:
        raise ValueError(f"{name} already exists")
    lightsail().create_bucket(
        bucketName=name, bundleId=properties["BundleId"], enableObjectVersioning=is_versioned(properties), tags=tags_of(properties),
    )
    provisioners._s3_create(logical_id, s3_properties(properties), stack_name)
    try:
        return update(name, properties, properties, stack_name)
    except ClientError:
        delete(name, properties)
        raise


def update(name, former, properties, stack_name):
    client = lightsail()
    client.update_bucket(
        bucketName=name,
        accessRules=access_rules_of(properties),
        versioning="Enabled" if is_versioned(properties) else "Suspended",
        readonlyAccessAccounts=properties.get("ReadOnlyAccessAccounts", []),
    )
    if read(client, name)["bundleId"] != properties["BundleId"]:
        client.update_bucket_bundle(bucketName=name, bundleId=properties["BundleId"])
    update_tags(client, name, tags_of(former), tags_of(properties))
    provisioners._s3_update(name, s3_properties(former), s3_properties(properties), stack_name)
    bucket = read(client, name)
    return name, {"BucketArn": bucket["arn"], "Url": bucket["url"], "AbleToUpdateBundle": bucket["ableToUpdateBundle"]}


def delete(name, properties):
    try:
        lightsail().delete_bucket(bucketName=name, forceDelete=True)
    except ClientError as error:
        if error.response["Error"]["Code"] != "NotFoundException":
            raise
    provisioners._s3_delete(name, properties)


def read(client, name):
    return client.get_buckets(bucketName=name, includeConnectedResources=True)["buckets"][0]


def update_tags(client, name, former, tags):
    removed = [tag["key"] for tag in former if tag["key"] not in {tag["key"] for tag in tags}]
    if removed:
        client.untag_resource(resourceName=name, tagKeys=removed)
    added = [tag for tag in tags if tag not in former]
    if added:
        client.tag_resource(resourceName=name, tags=added)


def access_rules_of(properties):
    members = {"GetObject": "getObject", "AllowPublicOverrides": "allowPublicOverrides"}
    rules = properties.get("AccessRules", {"GetObject": "private", "AllowPublicOverrides": False})
    return {members[name]: value for name, value in rules.items()}


def tags_of(properties):
    return [{"key": tag["Key"], "value": tag.get("Value", "")} for tag in properties.get("Tags", [])]


def is_versioned(properties):
    return provisioners._cfn_bool(properties.get("ObjectVersioning"))


def s3_properties(properties):
    return {
        "BucketName": properties["BucketName"],
        "VersioningConfiguration": {"Status": "Enabled" if is_versioned(properties) else "Suspended"},
    }


def off_the_event_loop(runs_on_worker_thread):
    """While it is provisioned, Lightsail may ask MiniStack's Route 53."""
    return lambda resource_type: resource_type == TYPE or runs_on_worker_thread(resource_type)


def apply():
    provisioners._RESOURCE_HANDLERS[TYPE] = {"create": create, "update": update, "delete": delete}
    provisioners._REPLACING_PROPERTIES[TYPE] = ("BucketName",)
    stacks._runs_on_worker_thread = off_the_event_loop(stacks._runs_on_worker_thread)
