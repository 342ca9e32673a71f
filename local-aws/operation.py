"""A create or update of a stack, and what it has sent to custom resources: see corrections.py."""

import asyncio
import copy
import threading
import uuid

from ministack.services import cloudformation
from ministack.services.cloudformation import engine, stacks


class Operation:
    """The create or update of a stack."""

    def __init__(self, stack_name, stack_id, template, parameters, previous_stack):
        self.stack_name = stack_name
        self.stack_id = stack_id
        self.stack = cloudformation._stacks[stack_name]
        self.resources = template["Resources"]
        self.mappings = template.get("Mappings", {})
        self.parameters = parameters
        self.conditions = engine._evaluate_conditions(template, parameters)
        self.previous = (previous_stack or {}).get("_resources", {})
        self.has_failed = False
        # By logical id.
        self.tasks = {}
        self.requests = {}

    def is_given_up(self):
        return self.has_failed or self.stack.get("_cancel_requested", False)

    def ready_beside(self, logical_id):
        """The custom resources behind this one in MiniStack's order that need nothing which is not done yet."""
        order = engine._topological_sort(self.resources, self.conditions)
        done = set(order[:order.index(logical_id)])
        return [
            other for other in order[len(done) + 1:]
            if is_custom(self.resources[other]["Type"]) and engine._extract_deps(self.resources[other], set(order)) <= done
        ]

    def provisioning(self, logical_id):
        """What MiniStack runs when it is this resource's turn."""
        resource = self.resources[logical_id]
        properties = engine._resolve_refs(
            copy.deepcopy(resource["Properties"]), self.stack["_resources"], self.parameters, self.conditions,
            self.mappings, self.stack_name, self.stack_id,
        )
        properties = {name: value for name, value in properties.items() if value is not engine._NO_VALUE}
        previous = self.previous.get(logical_id)
        if previous is None:
            return stacks._provision_keeping_seed, resource["Type"], logical_id, properties, self.stack_name
        return (
            stacks._update_keeping_seed, resource["Type"], previous["PhysicalResourceId"], previous["Properties"],
            properties, self.stack_name, logical_id, previous["Attributes"],
        )

    async def provision_together(self, run, logical_ids):
        """Ends when all have ended. When one has failed the others are given up."""
        tasks = {logical_id: asyncio.create_task(run(*self.provisioning(logical_id))) for logical_id in logical_ids}
        self.tasks.update(tasks)
        _, others = await asyncio.wait(tasks.values(), return_when=asyncio.FIRST_EXCEPTION)
        if others:
            self.has_failed = True
            await asyncio.wait(others)
        failed = [logical_id for logical_id, task in tasks.items() if task.exception()]
        # MiniStack stops at the first of them, and tells that one itself.
        for logical_id in failed[1:]:
            stacks._add_event(
                self.stack_id, self.stack_name, logical_id, self.resources[logical_id]["Type"],
                "UPDATE_FAILED" if logical_id in self.previous else "CREATE_FAILED", str(tasks[logical_id].exception()),
            )

    def undo_with(self, rollback):
        """Adds what was sent to what the rollback undoes."""
        for logical_id, request in self.requests.items():
            if logical_id in rollback["created"]:
                continue
            previous = self.previous.get(logical_id, {"PhysicalResourceId": f"{self.stack_name}-{logical_id}-{uuid.uuid4().hex[:12]}"})
            self.stack["_resources"][logical_id] = {
                **previous,
                "PhysicalResourceId": request.answered_id() or previous["PhysicalResourceId"],
                "ResourceType": self.resources[logical_id]["Type"],
                "Properties": request.properties,
            }
            rollback["created"].append(logical_id)
            if logical_id == rollback["failed_logical_id"]:
                rollback["failed_update"] = None


class Request:
    """A Create or Update of a custom resource. It is not waited for when its operation is given up."""

    def __init__(self, request_type, properties, operation):
        self.request_type = request_type
        self.properties = properties
        self.operation = operation
        # MiniStack puts the answer there.
        self.entry = {"result": None}

    def answered_id(self):
        return (self.entry["result"] or {}).get("PhysicalResourceId")

    def refuse_when_given_up(self):
        if self.operation.is_given_up():
            raise RuntimeError("Resource creation cancelled" if self.request_type == "Create" else "Resource update cancelled")


class CancellableWait(threading.Event):
    def __init__(self, request):
        super().__init__()
        self.request = request

    def wait(self, timeout=None):
        while timeout > 0:
            if super().wait(0.1):
                return True
            self.request.refuse_when_given_up()
            timeout -= 0.1
        return False


def is_custom(resource_type):
    return resource_type.startswith("Custom::")
