# A wildcard and its apex: the vendor says in two ways whether *.example.com covers example.com itself.
resource "netskopesteering_domain_exception" "updates" {
  configuration_id = "0"
  domains          = ["*.updates.example.com", "updates.example.com"]
}
