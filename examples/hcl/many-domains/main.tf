# Bypasses many domains, which whoever owns them keeps in a file without any HCL: one line for each domain and its owner.
terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}

locals {
  lines    = csvdecode(file("${path.module}/domains.csv"))
  by_owner = { for line in local.lines : line.owner => line.domain... }
}

# One exception for each owner: what one owner adds or removes leaves the exceptions of the others as they are.
resource "netskopesteering_domain_exception" "owner" {
  for_each = local.by_owner

  configuration_id = "0"
  domains          = each.value
  notes            = "Domains of ${each.key}, from domains.csv."

  lifecycle {
    precondition {
      condition     = length(distinct(local.lines[*].domain)) == length(local.lines)
      error_message = "A domain stands twice in domains.csv: remove one of its lines."
    }
  }
}
