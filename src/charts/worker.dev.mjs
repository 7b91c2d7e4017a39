// The worker where the sources run as TypeScript (development, the demo, tests). On Node 20 the tsx that the process
// was started with does not reach into worker threads, so it is registered again here. Compiled code has no need of it.
import { register } from 'tsx/esm/api';

register();
const worker = await import('./worker.ts');
export default worker.default;
export const { ready } = worker;
