"""Starts a local Lightsail once for all tests, and empties it before each."""
import json
import re
import subprocess
import urllib.request

import boto3
import pytest

COMMAND = [
    "cdk-lightsail-distribution", "simulate", "--port", "0", "--operation-seconds", "1", "--deployment-seconds", "1",
    # It ends when its standard input does, whatever happens to the tests.
    "--stop-with-stdin",
]


class LocalLightsail:
    def __init__(self, url):
        self.url = url
        self.client = boto3.client(
            "lightsail", endpoint_url=url, region_name="us-east-1", aws_access_key_id="local", aws_secret_access_key="local"
        )

    def control(self, method, path, body=None):
        """Sends a request to the control endpoint."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/_simulator/{path}", method=method, data=data)
        with urllib.request.urlopen(request) as response:
            return json.load(response)


@pytest.fixture(scope="session")
def started_lightsail():
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        address = re.search(r"http://127\.0\.0\.1:\d+", program.stdout.readline())
        assert address, "the local Lightsail did not start; see the standard error"
        yield LocalLightsail(address.group())


@pytest.fixture
def lightsail(started_lightsail):
    started_lightsail.control("POST", "reset")
    return started_lightsail
