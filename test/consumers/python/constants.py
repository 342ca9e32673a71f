"""Prints what each constant of the package is: its value, or the name of a member of an enum."""
import enum
import sys

import cdk_lightsail_distribution


def describe(constant):
    if isinstance(constant, str):
        return constant
    return constant.name if isinstance(constant, enum.Enum) else constant.value


for name in sys.argv[1:]:
    owner, member = name.split(".")
    print(f"{name}={describe(getattr(getattr(cdk_lightsail_distribution, owner), member))}")
