type OnWrite = (n: number) => void;

/**
 * Does this in a worker that ends before its n-th write: in the middle of a line, as the browser ends it.
 * @param work calls `onWrite` before each write, and knows nothing but `heed` and what it is given
 */
export function killBeforeWrite<Given>(
  nth: number,
  work: (onWrite: OnWrite, given: Given) => Promise<unknown>,
  given: Given,
): Promise<'killed' | 'done'> {
  return new Promise((resolve, reject) => {
    const code = `importScripts('${location.origin}/harness.js');
      const onWrite = (n) => {
        if (n < ${nth}) return;
        postMessage('killed');
        const request = new XMLHttpRequest();
        request.open('GET', '${location.origin}/stand-still', false);
        request.send();
      };
      (${work})(onWrite, ${JSON.stringify(given)}).then(() => postMessage('done'), (e) => postMessage(String(e)));`;
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (data === 'killed' || data === 'done') resolve(data);
      else reject(new Error(data));
    };
  });
}
