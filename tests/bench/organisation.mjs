// The demo organisation on a server of its own, and an employee of it in Chromium.
import { HeroldServer } from '../e2e/harness/herold-server.mjs';
import { Employee } from '../e2e/stories/employee.mjs';
import { startWorld } from '../e2e/stories/world.mjs';

/** `use` gets {server, world, employee}. */
export async function withOrganisation(use) {
  const server = await HeroldServer.start();
  const world = await startWorld('chromium');
  try {
    const employee = await Employee.arrive(world.browser);
    await employee.join(await server.fillDemo());
    await use({ server, world, employee });
  } finally {
    await world.close();
    await server.close();
  }
}
