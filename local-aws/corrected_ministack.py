"""Starts MiniStack with two corrections of how its CloudFormation carries a custom resource through a failure.

1. What a failed request had made is deleted in the rollback: after a failed create, and after an update that failed
   halfway through a replacement. MiniStack forgets the first, and updates the untouched predecessor in the second.
2. CancelUpdateStack ends the wait for a custom resource that is being updated, and the rollback is sent at once.
   MiniStack lets it finish first.

Functions are replaced in memory; no installed file is touched. Nothing starts when another release than RELEASE is
installed, or when something that is replaced or relied on is gone.

This file cannot be called ministack.py: Python would import it in place of the package.
"""

import contextvars
import importlib.metadata
import os
import signal
import sys
import threading

RELEASE = "1.5.33"

# The last request to each custom resource and its answer, by (stack id, logical id).
properties_sent = {}
answers = {}

# What the current thread waits for: (request type, stack).
current_request = contextvars.ContextVar("current_request")


def remember_request(invoke, stacks):
    def invoke_custom_resource(request_type, logical_id, props, stack_name, stack_id, *args, **kwargs):
        properties_sent[stack_id, logical_id] = props
        answers.pop((stack_id, logical_id), None)
        current_request.set((request_type, stacks[stack_name]))
        return invoke(request_type, logical_id, props, stack_name, stack_id, *args, **kwargs)

    return invoke_custom_resource


def remember_answer(deliver):
    def deliver_response(token, answer):
        answers[answer.get("StackId"), answer.get("LogicalResourceId")] = answer
        return deliver(token, answer)

    return deliver_response


def delete_what_failed(roll_back):
    """Adds to what the operation created the physical resource that a failed answer names and the stack does not hold."""

    async def roll_back_operation(stack_name, stack_id, stack, operation, *args, **kwargs):
        logical_id = operation["failed_logical_id"]
        made = answers.get((stack_id, logical_id), {}).get("PhysicalResourceId")
        held = operation["failed_update"][2] if operation["failed_update"] else None
        if made and made != held:
            resource_type = operation["template"]["Resources"][logical_id]["Type"]
            stack["_resources"][logical_id] = {
                "PhysicalResourceId": made,
                "ResourceType": resource_type,
                "Properties": properties_sent[stack_id, logical_id],
            }
            operation["created"].append(logical_id)
            if held:
                # The same without properties: there is nothing to send back to the predecessor.
                operation["failed_update"] = [logical_id, resource_type, held, None, None, None]
        await roll_back(stack_name, stack_id, stack, operation, *args, **kwargs)

    return roll_back_operation


class CancellableWait(threading.Event):
    def wait(self, timeout=None):
        request_type, stack = current_request.get()
        while timeout > 0:
            if super().wait(0.1):
                return True
            timeout -= 0.1
            if request_type == "Update" and stack.pop("_cancel_requested", False):
                raise RuntimeError("Resource update cancelled")
        return False


def wait_cancellably(register, pending):
    def register_token(token):
        register(token)
        pending[token]["event"] = CancellableWait()
        return pending[token]["event"]

    return register_token


def existing(module, name):
    if not hasattr(module, name):
        sys.exit(f"ministack: has no {module.__name__}.{name}, which {os.path.basename(__file__)} builds on; adapt it to this release")
    return getattr(module, name)


def replace(module, name, correct, *relied_on):
    setattr(module, name, correct(existing(module, name), *relied_on))


def correct_cloudformation():
    from ministack.services import cloudformation
    from ministack.services.cloudformation import custom_resource, handlers, stacks

    replace(custom_resource, "invoke_custom_resource", remember_request, existing(cloudformation, "_stacks"))
    replace(custom_resource, "deliver_response", remember_answer)
    replace(custom_resource, "register_token", wait_cancellably, existing(custom_resource, "_pending"))
    replace(stacks, "_roll_back_operation", delete_what_failed)
    # Imported there by name.
    replace(handlers, "_roll_back_operation", lambda _: stacks._roll_back_operation)


def require_release():
    installed = importlib.metadata.version("ministack")
    if installed != RELEASE:
        sys.exit(f"ministack: is release {installed}; {os.path.basename(__file__)} corrects {RELEASE}; install local-aws/requirements.txt")


def stop_with_parent():
    """Ends the process group when whoever started it is gone, whose end of the standard input closes then."""
    sys.stdin.read()
    os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    require_release()
    correct_cloudformation()
    threading.Thread(target=stop_with_parent, daemon=True).start()
    from ministack.app import main

    main()
