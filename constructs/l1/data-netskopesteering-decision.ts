// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DataNetskopesteeringDecision.
 */
export interface DataNetskopesteeringDecisionConfig extends cdktf.TerraformMetaArguments {
  /**
   * Bare name of the executable, such as `WhatsApp.exe`: no path, and no pattern.
   */
  readonly process: string;
  /**
   * Platform of the client: `windows`, `mac_os`, `linux`, `ios`, `android`, `chrome_os`.
   */
  readonly platform: string;
  /**
   * Host name of the destination, its literal address where the app dials one, or an empty text where the client
   * sees no name. No URL, no port, no wildcard.
   */
  readonly host: string;
  /**
   * Port of the destination, 1 to 65535.
   */
  readonly port: number;
  /**
   * `tcp`, `udp`. Default `tcp`.
   *
   * @default "tcp"
   */
  readonly transport?: string | undefined;
  /**
   * Whether the device is managed. Default: not given.
   */
  readonly managed?: (boolean | cdktf.IResolvable) | undefined;
  /**
   * Whether the process runs as a Windows service, in session 0: a Block does not reach it. Ignored on other
   * platforms. Default: not given; the process is then taken for none, unless the catalogue of native apps knows
   * it as one.
   */
  readonly service?: (boolean | cdktf.IResolvable) | undefined;
  /**
   * Where on-premises detection finds the client: `on_premises`, `off_premises`. Ignored without dynamic steering.
   * Default: not given.
   */
  readonly location?: string | undefined;
  /**
   * The configuration that is known to apply, whatever its criteria say; `0` is the default one. Default: the one
   * that the criteria choose.
   */
  readonly configurationId?: string | undefined;
  /**
   * User groups of the user. An empty set: none. Default: not given.
   */
  readonly userGroups?: string[] | undefined;
  /**
   * Organizational unit of the user; an empty text: none. Default: not given.
   */
  readonly organizationUnit?: string | undefined;
  /**
   * Tags of the device. An empty set: none. Default: not given.
   */
  readonly deviceTags?: string[] | undefined;
  /**
   * Applications that the destination belongs to, as the tenant names them. An empty set: none. Default: not
   * given.
   */
  readonly applications?: string[] | undefined;
  /**
   * Categories of the destination. An empty set: none. Default: not given.
   */
  readonly categories?: string[] | undefined;
  /**
   * Network locations that contain the destination. An empty set: none. Default: not given.
   */
  readonly destinationLocations?: string[] | undefined;
  /**
   * Network locations that contain the client. An empty set: none. Default: not given.
   */
  readonly sourceLocations?: string[] | undefined;
  /**
   * Country of the client, ISO 3166-1 alpha-2; an empty text: one that no exception names. Default: not given.
   */
  readonly sourceCountry?: string | undefined;
}

/**
 * What becomes of a flow on the tenant as it is now, and why: a model of what the vendor published, with every
 * assumption named. The answer is `unknown`, with all that is possible, where it depends on what the flow does
 * not say, on what the tenant does not return, or on what nobody published. It is read at plan; with
 * `depends_on` a resource that changes, after that is applied.
 */
export class DataNetskopesteeringDecision extends cdktf.TerraformDataSource {
  public static readonly tfResourceType = 'netskopesteering_decision';

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: DataNetskopesteeringDecisionConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: DataNetskopesteeringDecision.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._process = config.process;
    this._platform = config.platform;
    this._host = config.host;
    this._port = config.port;
    this._transport = config.transport;
    this._managed = config.managed;
    this._service = config.service;
    this._location = config.location;
    this._configurationId = config.configurationId;
    this._userGroups = config.userGroups;
    this._organizationUnit = config.organizationUnit;
    this._deviceTags = config.deviceTags;
    this._applications = config.applications;
    this._categories = config.categories;
    this._destinationLocations = config.destinationLocations;
    this._sourceLocations = config.sourceLocations;
    this._sourceCountry = config.sourceCountry;
  }

  private _process: string | undefined;
  public get process() {
    return this.getStringAttribute('process');
  }
  public set process(value: string) {
    this._process = value;
  }

  public get processInput(): string | undefined {
    return this._process;
  }

  private _platform: string | undefined;
  public get platform() {
    return this.getStringAttribute('platform');
  }
  public set platform(value: string) {
    this._platform = value;
  }

  public get platformInput(): string | undefined {
    return this._platform;
  }

  private _host: string | undefined;
  public get host() {
    return this.getStringAttribute('host');
  }
  public set host(value: string) {
    this._host = value;
  }

  public get hostInput(): string | undefined {
    return this._host;
  }

  private _port: number | undefined;
  public get port() {
    return this.getNumberAttribute('port');
  }
  public set port(value: number) {
    this._port = value;
  }

  public get portInput(): number | undefined {
    return this._port;
  }

  private _transport: string | undefined;
  public get transport() {
    return this.getStringAttribute('transport');
  }
  public set transport(value: string) {
    this._transport = value;
  }
  public resetTransport(): void {
    this._transport = undefined;
  }
  public get transportInput(): string | undefined {
    return this._transport;
  }

  private _managed: (boolean | cdktf.IResolvable) | undefined;
  public get managed() {
    return this.getBooleanAttribute('managed');
  }
  public set managed(value: boolean | cdktf.IResolvable) {
    this._managed = value;
  }
  public resetManaged(): void {
    this._managed = undefined;
  }
  public get managedInput(): (boolean | cdktf.IResolvable) | undefined {
    return this._managed;
  }

  private _service: (boolean | cdktf.IResolvable) | undefined;
  public get service() {
    return this.getBooleanAttribute('service');
  }
  public set service(value: boolean | cdktf.IResolvable) {
    this._service = value;
  }
  public resetService(): void {
    this._service = undefined;
  }
  public get serviceInput(): (boolean | cdktf.IResolvable) | undefined {
    return this._service;
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

  private _configurationId: string | undefined;
  public get configurationId() {
    return this.getStringAttribute('configuration_id');
  }
  public set configurationId(value: string) {
    this._configurationId = value;
  }
  public resetConfigurationId(): void {
    this._configurationId = undefined;
  }
  public get configurationIdInput(): string | undefined {
    return this._configurationId;
  }

  private _userGroups: string[] | undefined;
  public get userGroups() {
    return cdktf.Fn.tolist(this.getListAttribute('user_groups'));
  }
  public set userGroups(value: string[]) {
    this._userGroups = value;
  }
  public resetUserGroups(): void {
    this._userGroups = undefined;
  }
  public get userGroupsInput(): string[] | undefined {
    return this._userGroups;
  }

  private _organizationUnit: string | undefined;
  public get organizationUnit() {
    return this.getStringAttribute('organization_unit');
  }
  public set organizationUnit(value: string) {
    this._organizationUnit = value;
  }
  public resetOrganizationUnit(): void {
    this._organizationUnit = undefined;
  }
  public get organizationUnitInput(): string | undefined {
    return this._organizationUnit;
  }

  private _deviceTags: string[] | undefined;
  public get deviceTags() {
    return cdktf.Fn.tolist(this.getListAttribute('device_tags'));
  }
  public set deviceTags(value: string[]) {
    this._deviceTags = value;
  }
  public resetDeviceTags(): void {
    this._deviceTags = undefined;
  }
  public get deviceTagsInput(): string[] | undefined {
    return this._deviceTags;
  }

  private _applications: string[] | undefined;
  public get applications() {
    return cdktf.Fn.tolist(this.getListAttribute('applications'));
  }
  public set applications(value: string[]) {
    this._applications = value;
  }
  public resetApplications(): void {
    this._applications = undefined;
  }
  public get applicationsInput(): string[] | undefined {
    return this._applications;
  }

  private _categories: string[] | undefined;
  public get categories() {
    return cdktf.Fn.tolist(this.getListAttribute('categories'));
  }
  public set categories(value: string[]) {
    this._categories = value;
  }
  public resetCategories(): void {
    this._categories = undefined;
  }
  public get categoriesInput(): string[] | undefined {
    return this._categories;
  }

  private _destinationLocations: string[] | undefined;
  public get destinationLocations() {
    return cdktf.Fn.tolist(this.getListAttribute('destination_locations'));
  }
  public set destinationLocations(value: string[]) {
    this._destinationLocations = value;
  }
  public resetDestinationLocations(): void {
    this._destinationLocations = undefined;
  }
  public get destinationLocationsInput(): string[] | undefined {
    return this._destinationLocations;
  }

  private _sourceLocations: string[] | undefined;
  public get sourceLocations() {
    return cdktf.Fn.tolist(this.getListAttribute('source_locations'));
  }
  public set sourceLocations(value: string[]) {
    this._sourceLocations = value;
  }
  public resetSourceLocations(): void {
    this._sourceLocations = undefined;
  }
  public get sourceLocationsInput(): string[] | undefined {
    return this._sourceLocations;
  }

  private _sourceCountry: string | undefined;
  public get sourceCountry() {
    return this.getStringAttribute('source_country');
  }
  public set sourceCountry(value: string) {
    this._sourceCountry = value;
  }
  public resetSourceCountry(): void {
    this._sourceCountry = undefined;
  }
  public get sourceCountryInput(): string | undefined {
    return this._sourceCountry;
  }
  /**
   * What becomes of the flow: `block`, `bypass`, `steer`, `direct`, `unknown`. `direct`: the client never touches
   * it.
   */
  public get outcome() {
    return this.getStringAttribute('outcome');
  }
  /**
   * How bypassed traffic leaves: `direct`, `tunnel` or `unknown`; null for other outcomes.
   */
  public get via() {
    return this.getStringAttribute('via');
  }
  /**
   * All that is possible, in this order: `block`, `bypass_direct`, `bypass_tunnel`, `steer`, `direct`.
   */
  public get possible() {
    return this.getListAttribute('possible');
  }
  /**
   * Attributes that the flow leaves out, and on which the answer depends.
   */
  public get unsaid() {
    return this.getListAttribute('unsaid');
  }
  /**
   * The answer, the steps that lead to it, and what they rest on: lines of text, indented.
   */
  public get trace() {
    return this.getListAttribute('trace');
  }
  /**
   * Ids of the assumptions on which the answer rests; `trace` has their words.
   */
  public get assumptions() {
    return this.getListAttribute('assumptions');
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return onlyWritten({
      process: cdktf.stringToTerraform(this.processInput),
      platform: cdktf.stringToTerraform(this.platformInput),
      host: cdktf.stringToTerraform(this.hostInput),
      port: cdktf.numberToTerraform(this.portInput),
      transport: cdktf.stringToTerraform(this.transportInput),
      managed: cdktf.booleanToTerraform(this.managedInput),
      service: cdktf.booleanToTerraform(this.serviceInput),
      location: cdktf.stringToTerraform(this.locationInput),
      configuration_id: cdktf.stringToTerraform(this.configurationIdInput),
      user_groups: cdktf.listMapper(cdktf.stringToTerraform, false)(this.userGroupsInput),
      organization_unit: cdktf.stringToTerraform(this.organizationUnitInput),
      device_tags: cdktf.listMapper(cdktf.stringToTerraform, false)(this.deviceTagsInput),
      applications: cdktf.listMapper(cdktf.stringToTerraform, false)(this.applicationsInput),
      categories: cdktf.listMapper(cdktf.stringToTerraform, false)(this.categoriesInput),
      destination_locations: cdktf.listMapper(cdktf.stringToTerraform, false)(this.destinationLocationsInput),
      source_locations: cdktf.listMapper(cdktf.stringToTerraform, false)(this.sourceLocationsInput),
      source_country: cdktf.stringToTerraform(this.sourceCountryInput),
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
