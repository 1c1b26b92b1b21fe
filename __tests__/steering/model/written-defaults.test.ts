/** What a stack leaves out has the default of the provider: nobody leaves it to a tenant. */
import { modelFromResources, resourcesFromStack } from '../../../steering';

const withAction = (action?: string) => ({
  configuration_id: '0',
  ...(action !== undefined && { action }),
});

it.each([
  [undefined, { known: true, value: 'bypass' }],
  ['bypass_except_dns', { known: true, value: 'bypass_except_dns' }],
])('reads the action %j of exceptions in a stack', (action, meant) => {
  const { exceptions } = modelFromResources(
    resourcesFromStack({
      resource: {
        netskopesteering_application_exception: { one: { ...withAction(action), applications: ['Backup'] } },
        netskopesteering_destination_location_exception: {
          one: { ...withAction(action), network_locations: ['Printers'] },
        },
      },
    }),
  );
  expect(exceptions.map(({ data }) => 'action' in data && data.action)).toEqual([meant, meant]);
});
