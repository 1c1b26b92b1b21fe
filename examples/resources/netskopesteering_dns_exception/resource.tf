# Questions for these names are not steered. PTR asks for the name of an address.
resource "netskopesteering_dns_exception" "intranet" {
  configuration_id = "0"
  questions = [
    { domain = "*.corp.example.com", record_type = "all" },
    { domain = "corp.example.com", record_type = "all" },
    { domain = "192.0.2.10", record_type = "PTR" },
  ]
}
