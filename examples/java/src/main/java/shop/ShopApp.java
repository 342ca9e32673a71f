package shop;

import java.util.List;
import java.util.Map;

import io.github.cdklightsail.distribution.CacheBehavior;
import io.github.cdklightsail.distribution.CacheBehaviorSettings;
import io.github.cdklightsail.distribution.CustomErrorResponse;
import io.github.cdklightsail.distribution.Distribution;
import io.github.cdklightsail.distribution.DistributionSettings;
import io.github.cdklightsail.distribution.ForwardedQueryStrings;
import io.github.cdklightsail.distribution.OriginOptions;
import io.github.cdklightsail.distribution.ViewerCertificate;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/**
 * A distribution that the stack owns, and settings of an existing one, from a stack in any Region.
 *
 * Replace the names of the resources with yours. Then run in the folder of pom.xml:
 *   npx aws-cdk@2.1148.1 deploy
 *
 * Errors at synthesis name options as TypeScript spells them: cacheBehaviorSettings.minimumTtl is minimumTtl of cacheBehaviorSettings here.
 */
public final class ShopApp {
    public static void main(final String[] args) {
        final App app = new App();
        new ShopStack(app, "ShopStack", StackProps.builder()
                .env(Environment.builder().region("eu-west-1").build())
                .build());
        Tags.of(app).add("stage", "production");
        app.synth();
    }

    private ShopApp() {
    }

    private static final class ShopStack extends Stack {
        ShopStack(final Construct scope, final String id, final StackProps props) {
            super(scope, id, props);

            // A distribution that the stack owns. Its origin is an instance, a bucket, a load balancer or a container service.
            final Distribution shop = Distribution.Builder.create(this, "Shop")
                    .distributionName("shop")
                    .origin(OriginOptions.builder().name("shop-server").build())
                    .certificate(ViewerCertificate.fromCertificateName("shop-certificate"))
                    .defaultRootObject("index.html")
                    .cacheBehaviorSettings(CacheBehaviorSettings.builder()
                            .defaultTtl(Duration.hours(1))
                            .forwardedQueryStrings(ForwardedQueryStrings.allowList("page", "lang"))
                            .build())
                    .cacheBehaviors(Map.of("api/*", CacheBehavior.DONT_CACHE))
                    .customErrorResponses(List.of(CustomErrorResponse.builder()
                            .errorCode(404)
                            .responseCode(404)
                            .responsePagePath("/not-found.html")
                            .errorCachingMinTtl(Duration.minutes(5))
                            .build()))
                    .tags(Map.of("team", "web"))
                    .build();

            // Settings of a distribution that was created in the console. Other settings are not changed, and deleting the stack does not delete it.
            final DistributionSettings blog = DistributionSettings.Builder.create(this, "BlogSettings")
                    .distribution(Distribution.fromDistributionName(this, "Blog", "blog"))
                    .cacheBehaviorSettings(CacheBehaviorSettings.builder()
                            .minimumTtl(Duration.minutes(1))
                            .build())
                    .build();

            CfnOutput.Builder.create(this, "DomainName").value(shop.getDistributionDomainName()).build();
            CfnOutput.Builder.create(this, "Changes").value(shop.getChanges()).build();
            CfnOutput.Builder.create(this, "BlogChanges").value(blog.getChanges()).build();
        }
    }
}
