import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../local-aws/environment';

/** The sources of an app, by file. */
export type Sources = Readonly<Record<string, string>>;

/** The folder of the cloud assemblies, in that of the apps. */
export const OUTPUT = 'cdk.out.snippets';

/** The name of a snippet, for its app and its class or function. */
const nameOf = (index: number) => `Snippet${index}`;

const outputOf = (index: number) => `${OUTPUT}/${nameOf(index)}`;

/** The stack of a snippet, in `OUTPUT`. */
export const stackOf = (index: number) => `${nameOf(index)}/Site`;

function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

/** A program with an app per snippet, in each language, because the start of a program takes several seconds. */
export const asApp = {
  typescript: (snippets: readonly string[]): Sources => {
    const fixture = readFileSync(path.join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8');
    return {
      'app.ts': [
        'import { App } from \'aws-cdk-lib\';',
        'let app: App;',
        ...snippets.flatMap((_, index) => [
          `import ${nameOf(index)} from './snippet-${index}.js';`,
          `app = new App({ outdir: '${outputOf(index)}' });`,
          `new ${nameOf(index)}(app, 'Site');`,
          'app.synth();',
        ]),
      ].join('\n'),
      ...files(snippets, (index) => `snippet-${index}.ts`, (snippet) => `${fixture.replace('/// here', () => snippet)}\nexport default Fixture;\n`),
    };
  },

  python: (snippets: readonly string[]): Sources => ({
    'app.py': [
      'from aws_cdk import App',
      ...snippets.flatMap((_, index) => [
        `import snippet_${index}`,
        `app = App(outdir="${outputOf(index)}")`,
        `snippet_${index}.Fixture(app, "Site")`,
        'app.synth()',
      ]),
    ].join('\n'),
    ...files(snippets, (index) => `snippet_${index}.py`, (snippet) => `
from aws_cdk import App, CfnOutput, Duration, Stack
from aws_cdk import aws_cloudwatch as cloudwatch, aws_route53 as route53, aws_sns as sns
from cdk_lightsail_distribution import *

class Fixture(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
${indented(snippet, '        ')}
`),
  }),

  java: (snippets: readonly string[]): Sources => ({
    'Site.java': `
import software.amazon.awscdk.App;

public class Site {
    public static void main(String[] args) {
        App app;
${snippets.map((_, index) => `
        app = App.Builder.create().outdir("${outputOf(index)}").build();
        new ${nameOf(index)}(app, "Site");
        app.synth();`).join('')}
    }
}
`,
    ...files(snippets, (index) => `${nameOf(index)}.java`, (snippet, index) => `
import io.github.cdklightsail.distribution.*;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.*;
import software.amazon.awscdk.services.cloudwatch.*;
import software.amazon.awscdk.services.route53.*;
import software.amazon.awscdk.services.sns.*;

public class ${nameOf(index)} extends Stack {
    public ${nameOf(index)}(software.constructs.Construct scope, String id) {
        super(scope, id);
${indented(snippet, '        ')}
    }
}
`),
  }),

  go: (snippets: readonly string[]): Sources => ({
    'main.go': `
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()
	var app awscdk.App
${snippets.map((_, index) => `
	app = awscdk.NewApp(&awscdk.AppProps{Outdir: jsii.String("${outputOf(index)}")})
	${nameOf(index)}(app)
	app.Synth(nil)`).join('')}
}
`,
    ...files(snippets, (index) => `snippet${index}.go`, (snippet, index) => `
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	. "github.com/aws/aws-cdk-go/awscdk/v2"
${goPackages(snippet)}	"github.com/aws/jsii-runtime-go"
	"github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution"
	. "github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution"
)

func ${nameOf(index)}(app awscdk.App) {
	this := NewStack(app, jsii.String("Site"), nil)
${indented(correctedGo(snippet), '\t')}
}
`),
  }),
};

/** A file per snippet. */
function files(snippets: readonly string[], file: (index: number) => string, source: (snippet: string, index: number) => string): Sources {
  return Object.fromEntries(snippets.map((snippet, index) => [file(index), source(snippet, index)]));
}

/** How jsii-rosetta names a submodule of the CDK in Go. */
const SUBMODULE = /awscdk\.Aws_(\w+)\./g;

/** The packages of the submodules that a snippet uses: Go allows no other imports. */
function goPackages(snippet: string): string {
  const names = new Set([...snippet.matchAll(SUBMODULE)].map(([, name]) => name));
  return [...names].map((name) => `\t. "github.com/aws/aws-cdk-go/awscdk/v2/aws${name}"\n`).join('');
}

/**
 * Corrects the known errors of jsii-rosetta in Go. Maps, lists and structs in lists are not pointers. An attribute is not called. jsii-rosetta calls
 * a function that the runtime does not have. A submodule of the CDK is not a package. Optional arguments at the end are missing. jsii-rosetta also
 * omits the package of a struct, which the imports above correct. All other code must compile.
 */
function correctedGo(snippet: string): string {
  const variables = [...snippet.matchAll(/^(\w+) := /gm)].map(([, name]) => `_ = ${name}\n`).join('');
  return snippet
    .replace(/jsii\.Boolean\(/g, 'jsii.Bool(')
    .replace(/: map\[/g, ': &map[')
    .replace(/: \[\](\w+)\{/g, ': &[]*$1{')
    .replace(/: \[\]\*string\{/g, ': &[]*string{')
    .replace(/: \[\]\[\](\w+)\{/g, ': &[]*[]$1{')
    .replace(SUBMODULE, '')
    .replace(/(CertificateValidation_FromDns\(\w+|NewTopic\(this, [^()]+\([^()]+\))\)/g, '$1, nil)')
    .replace(/: (\w+)\.([a-z])(\w*),$/gm, (_, variable: string, first: string, rest: string) => `: ${variable}.${first.toUpperCase()}${rest}(),`)
    .concat('\n', variables);
}
