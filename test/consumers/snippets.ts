import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../local-aws/environment';

const read = (...file: string[]) => readFileSync(path.join(ROOT, ...file), 'utf8');

/** The files of the smallest app, by language. */
const SMALLEST = { typescript: 'app.ts', python: 'app.py', java: 'Site.java', csharp: 'Program.cs', go: 'main.go' } as const;

/** The complete app of the documentation in a language. */
export function appOf(language: keyof typeof SMALLEST): string {
  return read('examples', 'smallest', SMALLEST[language]);
}

export interface Snippet {
  /** The location and the first line of the snippet. */
  readonly title: string;
  readonly typescript: string;
  readonly python: string;
  readonly java: string;
  readonly go: string;
}

/** The snippets of the README, of the doc comments and of docs/, and their translations by jsii-rosetta in the packages. */
export function snippets(): readonly Snippet[] {
  type Translations = Record<'$' | 'python' | 'java' | 'go', { readonly source: string }>;
  type Location = { readonly field: { readonly line?: number }; readonly api: { readonly fqn?: string } };
  type Tablet = { readonly snippets: Record<string, { readonly translations: Translations; readonly location: Location }> };
  const tablets = ['.jsii.tabl.json', 'build/docs-snippets/.jsii.tabl.json'].map((file) => JSON.parse(read(file)) as Tablet);
  // A snippet that is in both tablets is returned once.
  return Object.values(Object.assign({}, ...tablets.map(({ snippets: found }) => found)) as Tablet['snippets']).map(({ translations: { $, python, java, go }, location: { api, field } }) => ({
    title: `${api.fqn ?? 'README.md'}:${field.line ?? ''}: ${$.source.split('\n')[0]}`,
    typescript: $.source,
    python: python.source,
    java: java.source,
    go: go.source,
  }));
}

function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

/** Wraps a snippet in an app in each language, as the fixture of jsii-rosetta does in TypeScript. */
export const asApp = {
  typescript: (snippet: string) => `
${read('rosetta', 'default.ts-fixture').replace('/// here', snippet)}
import { App } from 'aws-cdk-lib';
const app = new App();
new Fixture(app, 'Site');
`,

  python: (snippet: string) => `
from aws_cdk import App, CfnOutput, Duration, Stack
from aws_cdk import aws_cloudwatch as cloudwatch, aws_route53 as route53, aws_sns as sns
from cdk_lightsail_distribution import *

class Fixture(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
${indented(snippet, '        ')}

app = App()
Fixture(app, "Site")
app.synth()
`,

  java: (snippet: string) => `
import io.github.cdklightsail.distribution.*;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.*;
import software.amazon.awscdk.services.cloudwatch.*;
import software.amazon.awscdk.services.route53.*;
import software.amazon.awscdk.services.sns.*;

public class Fixture extends Stack {
    public static void main(String[] args) {
        App app = new App();
        new Fixture(app, "Site");
        app.synth();
    }

    public Fixture(software.constructs.Construct scope, String id) {
        super(scope, id);
${indented(snippet, '        ')}
    }
}
`,

  go: (snippet: string) => `
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	. "github.com/aws/aws-cdk-go/awscdk/v2"
${goPackages(snippet)}	"github.com/aws/jsii-runtime-go"
	"github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution"
	. "github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution"
)

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	this := NewStack(app, jsii.String("Site"), nil)
${indented(correctedGo(snippet), '\t')}
	app.Synth(nil)
}
`,
};

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
