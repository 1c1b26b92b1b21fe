/** Who an object is to Terraform 1.12 and later: its id, which is also the import id. */
import { attribute, identity } from '../plugin-sdk';

export const byId = identity({
  attributes: { id: attribute.string({ required: true, description: 'The id of the resource.' }) },
});
