# Objects that exist on the tenant and are not code yet: `terraform plan -generate-config-out=adopted.tf` writes them down.
# The ids are those of a fresh local tenant to which examples/hcl/whatsapp was applied.
terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}

import {
  to = netskopesteering_default_configuration.default
  id = "0"
}

import {
  to = netskopesteering_certificate_pinned_app.whatsapp
  id = "app-5"
}

import {
  to = netskopesteering_non_standard_port.whatsapp
  id = "0/row-1"
}

import {
  to = netskopesteering_certificate_pinned_app_exception.whatsapp
  id = "0/exc-5"
}
