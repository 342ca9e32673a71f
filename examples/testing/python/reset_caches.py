def reset_caches(client, stage):
    """Resets the cache of every distribution of a stage, and returns their names."""
    distributions = client.get_distributions()["distributions"]
    names = [each["name"] for each in distributions if {"key": "stage", "value": stage} in each["tags"]]
    for name in names:
        client.reset_distribution_cache(distributionName=name)
    return names
