import {
  to = netskopesteering_application_exception.meetings
  id = "0/12"
}
