"""Lets a test drive boto3: one call per line in, one response per line out, both as JSON."""
import json
import sys

import boto3
from botocore.exceptions import ClientError
from botocore import xform_name

lightsail = boto3.client("lightsail")

for line in sys.stdin:
    call = json.loads(line)
    try:
        output = getattr(lightsail, xform_name(call["operation"]))(**call["input"])
        output.pop("ResponseMetadata")
        answer = {"output": output}
    except ClientError as error:
        # A modelled exception has its own class, any other is a plain ClientError.
        modelled = type(error) is not ClientError
        answer = {"error": {"name": error.response["Error"]["Code"], "message": error.response["Error"]["Message"], "modelled": modelled}}
    print(json.dumps(answer, default=str), flush=True)
