/** What a bypass does with the questions that clients ask DNS servers. [doc] */
export enum BypassAction {
  /** All of the traffic is bypassed. */
  BYPASS = 'bypass',
  /** DNS is steered still. */
  BYPASS_EXCEPT_DNS = 'bypass_except_dns',
}
