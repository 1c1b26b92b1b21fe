locals {
  domains_by_vendor = {
    apple     = ["*.push.apple.com", "push.apple.com", "gdmf.apple.com"]
    microsoft = ["*.update.microsoft.com", "update.microsoft.com"]
    printers  = ["print.example.com"]
  }
}

# One exception for each key: adding or removing one leaves the others as they are.
resource "netskopesteering_domain_exception" "vendor" {
  for_each = local.domains_by_vendor

  configuration_id = "0"
  domains          = each.value
  notes            = "Domains of ${each.key}."
}
