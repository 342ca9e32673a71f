"""A static website on its own domain: a bucket, a certificate, the records of the domain, caching, error pages, a firewall, and fresh
content after each deployment. The domain has a hosted zone in Route 53. Run in this folder:
  python3 -m venv .venv && . .venv/bin/activate
  pip install -r requirements.txt
  npx aws-cdk@2.1148.1 deploy --context domainName=example.com --context hostedZoneId=Z0123456789ABCDEFGHIJ
"""
from aws_cdk import App, CfnOutput, Environment, RemovalPolicy, Stack
from aws_cdk import aws_lightsail as lightsail
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_s3_deployment as s3deploy
from cdk_lightsail_distribution import (
    CachingPreset,
    CertificateValidation,
    CustomErrorResponse,
    Distribution,
    DistributionAliasRecords,
    DistributionBundle,
    DistributionCacheReset,
    DistributionCertificate,
    DistributionOrigin,
    ViewerCertificate,
    Waf,
    WafRule,
    WafRuleGroup,
)
from constructs import Construct


class WebsiteStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, *, domain_name: str, hosted_zone_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        # Names of buckets are unique in the Region of all accounts.
        bucket = lightsail.CfnBucket(
            self, "Bucket", bucket_name=f"{domain_name.replace('.', '-')}-website", bundle_id="small_1_0"
        )
        # Deleting a Lightsail bucket deletes its objects as well, so the bucket stays when the stack is deleted.
        bucket.apply_removal_policy(RemovalPolicy.RETAIN)

        # Former files stay: the edge may serve a page that refers to them until its cache is reset.
        content = s3deploy.BucketDeployment(
            self,
            "Content",
            sources=[s3deploy.Source.asset("../content")],
            destination_bucket=s3.Bucket.from_bucket_name(self, "ContentBucket", bucket.ref),
            prune=False,
            memory_limit=512,
        )

        zone = route53.HostedZone.from_hosted_zone_attributes(self, "Zone", hosted_zone_id=hosted_zone_id, zone_name=domain_name)
        certificate = DistributionCertificate(
            self,
            "Certificate",
            domain_name=domain_name,
            subject_alternative_names=[f"www.{domain_name}"],
            validation=CertificateValidation.from_dns(zone),
        )

        distribution = Distribution(
            self,
            "Distribution",
            origin=DistributionOrigin.bucket(bucket),
            certificate=ViewerCertificate.from_certificate(certificate),
            caching_preset=CachingPreset.BEST_FOR_STATIC_CONTENT,
            default_root_object="index.html",
            custom_error_responses=[
                CustomErrorResponse(error_code=error_code, response_code=404, response_page_path="/not-found.html")
                for error_code in (403, 404)
            ],
            bundle=DistributionBundle.MEDIUM_1_0,
            waf=Waf.enabled(WafRule.managed(WafRuleGroup.COMMON)),
        )
        # The site has content when it begins to serve requests.
        distribution.node.add_dependency(content)

        DistributionAliasRecords(self, "Records", distribution=distribution, certificate=certificate)
        DistributionCacheReset(self, "CacheReset", distribution=distribution, triggers=content.object_keys, execute_after=[content])

        CfnOutput(self, "Url", value=f"https://{domain_name}")
        CfnOutput(self, "DomainName", value=distribution.distribution_domain_name)
        CfnOutput(self, "Changes", value=distribution.changes)


app = App()
WebsiteStack(
    app,
    "WebsiteStack",
    env=Environment(region="eu-west-1"),
    domain_name=app.node.try_get_context("domainName"),
    hosted_zone_id=app.node.try_get_context("hostedZoneId"),
)
app.synth()
