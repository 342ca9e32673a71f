/** The places of the version besides package.json: .projenrc.ts, which generates package.json, and the apps that users copy. */
export const VERSIONED: Readonly<Record<string, RegExp>> = {
  '.projenrc.ts': /(?<=addVersion\(')[\d.]+(?='\))/,
  'examples/typescript/package.json': /(?<="cdk-lightsail-distribution": ")[\d.]+(?=")/,
  'examples/website/typescript/package.json': /(?<="cdk-lightsail-distribution": ")[\d.]+(?=")/,
  'examples/python/requirements.txt': /(?<=^cdk-lightsail-distribution==)[\d.]+$/m,
  'examples/website/python/requirements.txt': /(?<=^cdk-lightsail-distribution==)[\d.]+$/m,
  'examples/java/pom.xml': /(?<=<artifactId>cdk-lightsail-distribution<\/artifactId>\s*<version>)[\d.]+(?=<)/,
  'examples/go/go.mod': /(?<=cdk-lightsail-distribution-go\/cdklightsaildistribution v)[\d.]+$/m,
  'examples/csharp/Shop.csproj': /(?<=Include="CdkLightsail.Distributions" Version=")[\d.]+(?=")/,
  'examples/blueprint/README.md': /(?<=cdk-lightsail-distribution-)[\d.]+(?=\.tgz)/,
};
