package consumers;

import io.github.cdklightsail.distribution.CacheBehaviorSettings;
import io.github.cdklightsail.distribution.Distribution;
import io.github.cdklightsail.distribution.ForwardedHeaders;
import io.github.cdklightsail.distribution.OriginOptions;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;

public final class Refused {
    public static void main(final String[] args) {
        final Stack stack = new Stack(new App(), "ShopStack");
        final Distribution.Builder shop = Distribution.Builder.create(stack, "Shop")
                .origin(OriginOptions.builder().name("shop-server").build());

        switch (args[0]) {
            case "ttl":
                shop.cacheBehaviorSettings(CacheBehaviorSettings.builder()
                        .minimumTtl(Duration.minutes(1))
                        .defaultTtl(Duration.seconds(10))
                        .build());
                break;
            case "several":
                shop.distributionName("my shop");
                shop.cacheBehaviorSettings(CacheBehaviorSettings.builder()
                        .forwardedHeaders(ForwardedHeaders.allowList())
                        .build());
                break;
            default:
                throw new IllegalArgumentException(args[0]);
        }
        shop.build();
    }

    private Refused() {
    }
}
