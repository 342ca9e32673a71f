// src/main/java/Site.java, for cdk deploy --app 'mvn -q compile exec:java -Dexec.mainClass=Site'
import io.github.cdklightsail.distribution.Distribution;
import io.github.cdklightsail.distribution.OriginOptions;
import io.github.cdklightsail.distribution.OriginRegion;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;

public class Site {
    public static void main(String[] args) {
        App app = new App();
        Stack stack = new Stack(app, "Site");
        Distribution cdn = Distribution.Builder.create(stack, "Cdn")
            .origin(OriginOptions.builder().name("my-bucket").regionName(OriginRegion.EU_WEST_1).build())
            .build();
        CfnOutput.Builder.create(stack, "DomainName").value(cdn.getDistributionDomainName()).build();
        app.synth();
    }
}
