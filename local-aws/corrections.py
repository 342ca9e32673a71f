"""Corrections of how MiniStack's CloudFormation carries custom resources through the life of a stack.

1. CloudFormation provisions resources that are ready at the same time in parallel, and cancels the others when one
   fails. MiniStack provisions one after the other.
2. CancelUpdateStack cancels the requests that are in progress, and starts the rollback at once. MiniStack waits for them.
3. The rollback reverts what a failed or cancelled request may have done: it sends the former properties, and deletes
   what has another physical id than before. Where a create was cancelled before it responded, CloudFormation generates
   the physical id. MiniStack forgets a failed create, and sends a failed replacement to the unchanged predecessor.
4. While a resource cannot be deleted, its dependencies stay, so that the stack can be deleted again.
   MiniStack deletes them.

Functions are replaced in memory; no installed file is touched.
"""

import contextvars

from ministack.services import cloudformation
from ministack.services.cloudformation import changesets, custom_resource, handlers, stacks
from operation import CancellableWait, Operation, Request, is_custom

# The operation that the current task or thread belongs to. A rollback, and the deletion of a stack, belong to none.
current_operation = contextvars.ContextVar("current_operation", default=None)

# What the current thread is about to send.
current_request = contextvars.ContextVar("current_request")


def follow_operation(deploy):
    async def deploy_stack(stack_name, stack_id, template, parameters, *args, previous_stack=None, **kwargs):
        current_operation.set(Operation(stack_name, stack_id, template, parameters, previous_stack))
        await deploy(stack_name, stack_id, template, parameters, *args, previous_stack=previous_stack, **kwargs)

    return deploy_stack


def provision_together(run):
    # The place of the logical id among the arguments.
    place = {stacks._provision_keeping_seed: 1, stacks._update_keeping_seed: 5}

    async def run_reentrant(function, resource_type, *args):
        if function not in place or not is_custom(resource_type):
            return await run(function, resource_type, *args)
        operation = current_operation.get()
        logical_id = (resource_type, *args)[place[function]]
        if logical_id not in operation.tasks:
            await operation.provision_together(run, [logical_id, *operation.ready_beside(logical_id)])
        return await operation.tasks[logical_id]

    return run_reentrant


def remember_request(invoke):
    def invoke_custom_resource(request_type, logical_id, props, *args, **kwargs):
        operation = current_operation.get()
        if operation and request_type != "Delete":
            operation.requests[logical_id] = Request(request_type, props, operation)
            current_request.set(operation.requests[logical_id])
        return invoke(request_type, logical_id, props, *args, **kwargs)

    return invoke_custom_resource


def wait_cancellably(register, pending):
    def register_token(token):
        event = register(token)
        request = current_request.get(None)
        if request:
            request.entry = pending[token]
            event = pending[token]["event"] = CancellableWait(request)
        return event

    return register_token


def undo_all(roll_back):
    async def roll_back_operation(stack_name, stack_id, stack, rollback, *args, **kwargs):
        operation = current_operation.get()
        if operation:
            operation.undo_with(rollback)
            current_operation.set(None)
        await roll_back(stack_name, stack_id, stack, rollback, *args, **kwargs)

    return roll_back_operation


# What stays, by stack id and logical id.
kept = {}


def keep_what_it_needs(delete):
    def delete_resource(resource_type, physical_id, props, stack_name, logical_id):
        try:
            delete(resource_type, physical_id, props, stack_name, logical_id)
        except Exception:
            stack = cloudformation._stacks[stack_name]
            if stack["StackStatus"] == "DELETE_IN_PROGRESS":
                resources = stack["_resources"]
                for needed in stacks._with_dependencies([logical_id], stack["_template"]["Resources"], set(resources)) - {logical_id}:
                    kept.setdefault(stack["StackId"], {})[needed] = resources.pop(needed)
            raise

    return delete_resource


def give_back_what_was_kept(delete):
    async def delete_stack(stack_name, stack_id, *args, **kwargs):
        await delete(stack_name, stack_id, *args, **kwargs)
        cloudformation._stacks[stack_name]["_resources"].update(kept.pop(stack_id, {}))

    return delete_stack


def replace(name, correct, *modules):
    """In each module, as some import it by name from another."""
    corrected = correct(getattr(modules[0], name))
    for module in modules:
        setattr(module, name, corrected)


def apply():
    replace("_deploy_stack_async", follow_operation, stacks, changesets, handlers)
    replace("run_reentrant", provision_together, stacks)
    replace("invoke_custom_resource", remember_request, custom_resource)
    replace("register_token", lambda register: wait_cancellably(register, custom_resource._pending), custom_resource)
    replace("_roll_back_operation", undo_all, stacks, handlers)
    replace("_delete_resource", keep_what_it_needs, stacks)
    replace("_delete_stack_async", give_back_what_was_kept, stacks, handlers)
