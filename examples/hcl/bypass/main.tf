# Two bypasses of apps that tenants have already: for all devices but for some domains only, and for managed devices only.
terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}

# "bypass_managed_direct" bypasses an app on managed devices and blocks it on all others, of which each plan that writes it
# warns. Here that is meant, so it is accepted, with a reason for whoever reads it next.
provider "netskopesteering" {
  guardrails = {
    suppress = [{
      rule   = "managed-only-bypass"
      on     = ["bypass_managed_direct"]
      reason = "Private devices may not use Dropbox."
    }]
  }
}

data "netskopesteering_certificate_pinned_app" "this" {
  for_each = toset(["Zoom", "Dropbox"])
  name     = provider::netskopesteering::native_app(each.key).name
}

resource "netskopesteering_certificate_pinned_app_exception" "zoom" {
  configuration_id   = "0"
  app_id             = data.netskopesteering_certificate_pinned_app.this["Zoom"].id
  custom_app_domains = provider::netskopesteering::native_app("Zoom").domains
  windows            = "bypass_direct"
  notes              = "Media of meetings takes the shortest way."
}

# Without custom_app_domains: this action ignores them, and a plan that writes some warns of it (ignored-domains).
resource "netskopesteering_certificate_pinned_app_exception" "dropbox" {
  configuration_id = "0"
  app_id           = data.netskopesteering_certificate_pinned_app.this["Dropbox"].id
  windows          = "bypass_managed_direct"
  notes            = "Company devices keep their files in Dropbox; all other devices are blocked."
}
