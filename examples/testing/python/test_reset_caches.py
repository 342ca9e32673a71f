import pytest

from reset_caches import reset_caches

SEED = {
    "distributions": {
        "shop": {"tags": [{"key": "stage", "value": "production"}]},
        "preview": {"tags": [{"key": "stage", "value": "test"}]},
    },
}


@pytest.fixture(autouse=True)
def seeded(lightsail):
    lightsail.control("PUT", "seed", SEED)


def test_resets_the_caches_of_the_stage_and_no_other(lightsail):
    assert reset_caches(lightsail.client, "production") == ["shop"]

    calls = lightsail.control("GET", "calls")
    assert [call["operation"] for call in calls] == ["GetDistributions", "ResetDistributionCache"]
    assert calls[1]["input"] == {"distributionName": "shop"}


def test_tries_again_when_lightsail_throttles(lightsail):
    lightsail.control("POST", "faults", {"operation": "ResetDistributionCache", "kind": "throttle"})

    assert reset_caches(lightsail.client, "production") == ["shop"]

    calls = lightsail.control("GET", "calls")
    assert [call["outcome"] for call in calls] == ["ok", "ThrottlingException", "ok"]
