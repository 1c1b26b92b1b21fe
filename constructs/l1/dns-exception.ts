// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DnsException.
 */
export interface DnsExceptionConfig extends cdktf.TerraformMetaArguments {
  /**
   * The configuration the exception belongs to; `0` is the default one.
   */
  readonly configurationId: string;
  /**
   * Where the clients are that the exception is for, where the configuration has dynamic steering: `on_premises`
   * or `off_premises`. Not every type is offered at both.
   */
  readonly location?: string | undefined;
  /**
   * Free text for other administrators, of any number of lines. White space at its ends makes no difference.
   */
  readonly notes?: string | undefined;
  /**
   * The questions; at least one.
   */
  readonly questions: DnsExceptionQuestions[] | cdktf.IResolvable;
}

/**
 * The questions; at least one.
 */
export interface DnsExceptionQuestions {
  /**
   * The name that is asked for, or `*.example.com`; with `PTR`, an address. Case makes no difference, and a name
   * of other letters than ASCII is the one that clients see, which is sent: `bücher.example` is
   * `xn--bcher-kva.example` (assumed).
   */
  readonly domain: string;
  /**
   * `all`, or one type: A, AAAA, CNAME, HTTPS, MX, NS, PTR, SOA, SRV, SVCB, TXT. Which types are offered is
   * assumed.
   */
  readonly recordType: string;
}

export function dnsExceptionQuestionsToTerraform(struct?: DnsExceptionQuestions | cdktf.IResolvable): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({
    domain: cdktf.stringToTerraform(struct.domain),
    record_type: cdktf.stringToTerraform(struct.recordType),
  });
}

export class DnsExceptionQuestionsOutputReference extends cdktf.ComplexObject {
  public constructor(
    terraformResource: cdktf.IInterpolatingParent,
    terraformAttribute: string,
    complexObjectIndex: number,
    complexObjectIsFromSet: boolean,
  ) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): DnsExceptionQuestions | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { domain: this.domainInput, recordType: this.recordTypeInput };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as DnsExceptionQuestions) : undefined;
  }
  public set internalValue(value: DnsExceptionQuestions | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: DnsExceptionQuestions | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._domain = given?.domain;
    this._recordType = given?.recordType;
  }

  private _domain: string | undefined;
  public get domain() {
    return this.getStringAttribute('domain');
  }
  public set domain(value: string) {
    this._domain = value;
  }

  public get domainInput(): string | undefined {
    return this._domain;
  }

  private _recordType: string | undefined;
  public get recordType() {
    return this.getStringAttribute('record_type');
  }
  public set recordType(value: string) {
    this._recordType = value;
  }

  public get recordTypeInput(): string | undefined {
    return this._recordType;
  }
}

export class DnsExceptionQuestionsList extends cdktf.ComplexList {
  public internalValue: DnsExceptionQuestions[] | cdktf.IResolvable | undefined;
  public get(index: number): DnsExceptionQuestionsOutputReference {
    return new DnsExceptionQuestionsOutputReference(
      this.terraformResource,
      this.terraformAttribute,
      index,
      this.wrapsSet,
    );
  }
}

/**
 * A steering exception for DNS: questions to DNS servers are bypassed instead of steered.
 */
export class DnsException extends cdktf.TerraformResource {
  public static readonly tfResourceType = 'netskopesteering_dns_exception';

  /**
   * Generates CDKTF code for importing a DnsException resource upon running "cdktf plan <stack-name>".
   * @param scope The scope in which to define this construct
   * @param importToId The construct id used in the generated config for the resource to import
   * @param importFromId The id of the existing DnsException that should be imported
   * @param provider Optional instance of the provider where the resource to import is found
   */
  public static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    const config = { terraformResourceType: DnsException.tfResourceType, importId: importFromId };
    return new cdktf.ImportableResource(scope, importToId, provider === undefined ? config : { ...config, provider });
  }

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: DnsExceptionConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: DnsException.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._configurationId = config.configurationId;
    this._location = config.location;
    this._notes = config.notes;
    this._questions = config.questions;
  }

  /**
   * `<configuration>/<exception>`; also its import id, such as `0/345`.
   */
  public get id() {
    return this.getStringAttribute('id');
  }

  private _configurationId: string | undefined;
  public get configurationId() {
    return this.getStringAttribute('configuration_id');
  }
  public set configurationId(value: string) {
    this._configurationId = value;
  }

  public get configurationIdInput(): string | undefined {
    return this._configurationId;
  }

  private _location: string | undefined;
  public get location() {
    return this.getStringAttribute('location');
  }
  public set location(value: string) {
    this._location = value;
  }
  public resetLocation(): void {
    this._location = undefined;
  }
  public get locationInput(): string | undefined {
    return this._location;
  }

  private _notes: string | undefined;
  public get notes() {
    return this.getStringAttribute('notes');
  }
  public set notes(value: string) {
    this._notes = value;
  }
  public resetNotes(): void {
    this._notes = undefined;
  }
  public get notesInput(): string | undefined {
    return this._notes;
  }

  private _questions: DnsExceptionQuestions[] | cdktf.IResolvable | undefined;
  private _questionsReference: DnsExceptionQuestionsList | undefined;
  public get questions(): DnsExceptionQuestionsList {
    if (this._questionsReference === undefined) {
      this._questionsReference = new DnsExceptionQuestionsList(this, 'questions', true);
      this._questionsReference.internalValue = this._questions;
    }
    return this._questionsReference;
  }
  public putQuestions(value: DnsExceptionQuestions[] | cdktf.IResolvable): void {
    this._questions = value;
    if (this._questionsReference !== undefined) this._questionsReference.internalValue = this._questions;
  }

  public get questionsInput(): DnsExceptionQuestions[] | cdktf.IResolvable | undefined {
    return this._questionsReference === undefined ? this._questions : this._questionsReference.internalValue;
  }

  private imported: { readonly id: string; readonly provider: cdktf.TerraformProvider | undefined } | undefined;

  /**
   * Adopts an existing object: writes an `import` block for this resource. Needs Terraform 1.5 or later.
   * @param id The import id of the object
   * @param provider Instance of the provider where the object is found
   */
  public override importFrom(id: string, provider?: cdktf.TerraformProvider): void {
    this.imported = { id, provider };
  }

  public override toTerraform(): { [name: string]: unknown } {
    const fragment = super.toTerraform() as { [name: string]: unknown };
    if (this.imported === undefined) return fragment;
    const { id, provider } = this.imported;
    const to = `${this.terraformResourceType}.${this.friendlyUniqueId}`;
    return { ...fragment, import: [{ provider: provider?.fqn, id, to }] };
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return onlyWritten({
      configuration_id: cdktf.stringToTerraform(this.configurationIdInput),
      location: cdktf.stringToTerraform(this.locationInput),
      notes: cdktf.stringToTerraform(this.notesInput),
      questions: cdktf.listMapper(dnsExceptionQuestionsToTerraform, false)(this.questionsInput),
    });
  }

  public override toHclTerraform(): never {
    throw new Error(
      'HCL output is not supported: cdktf would write nested attributes as blocks, which Terraform refuses. Synthesize JSON, the default.',
    );
  }
}

function onlyWritten(attributes: { [name: string]: unknown }): { [name: string]: unknown } {
  const written: { [name: string]: unknown } = {};
  for (const name of Object.keys(attributes)) if (attributes[name] !== undefined) written[name] = attributes[name];
  return written;
}
