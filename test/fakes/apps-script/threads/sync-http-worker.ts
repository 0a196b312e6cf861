import { workerData, type MessagePort } from 'node:worker_threads';
import { sendAll, type HttpOrder } from './http-orders';

const { port, signal } = workerData as { port: MessagePort; signal: Int32Array };

port.on('message', (orders: readonly HttpOrder[]) => {
  void sendAll(orders).then((fates) => {
    port.postMessage(fates);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});
