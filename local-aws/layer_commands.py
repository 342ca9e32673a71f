"""Lets Python functions run the commands of their layers, as CDK's BucketDeployment runs the AWS CLI of one.

Lambda extracts layers to /opt, and the scripts in them name its own Python, /var/lang/bin/python. MiniStack extracts
layers to a temporary folder of each worker, where only imports find them. Here a command in /opt is the file of the
layer, and the worker's Python runs it. What it prints goes to the function's log: MiniStack's worker would find it among
the responses of the function.
"""

import inspect

from ministack.core import lambda_runtime


def find_commands_in_layers():
    import os
    import subprocess
    import sys

    start = subprocess.Popen.__init__

    def start_from_layer(self, args, *rest, **options):
        command = args[0] if isinstance(args, list) else args
        if isinstance(command, str) and command.startswith("/opt/"):
            for layer in os.environ.get("_LAMBDA_LAYERS_DIRS", "").split(os.pathsep):
                file = os.path.join(layer, command.removeprefix("/opt/"))
                if os.path.isfile(file):
                    args = [sys.executable, file, *args[1:]]
                    options = {"stdin": subprocess.DEVNULL, "stdout": sys.stderr, **options}
        start(self, args, *rest, **options)

    subprocess.Popen.__init__ = start_from_layer


def apply():
    prelude = f"{inspect.getsource(find_commands_in_layers)}\n{find_commands_in_layers.__name__}()\n"
    lambda_runtime._PYTHON_WORKER_SCRIPT = prelude + lambda_runtime._PYTHON_WORKER_SCRIPT
