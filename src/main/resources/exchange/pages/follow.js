// The page's one connection to the network, for all its phones: event streams of a few tabs would leave a browser none to
// press a key with.

const AGAIN_AFTER = 1000;

/**
 * Follows phones, and the lines of the whole network.
 *
 * `connection(up)` is told when the connection comes and goes, `told(event, what)` each event: after every beginning the whole
 * `network` and a `snapshot` of each phone, then what happens.
 */
export function follow(numbers, { connection, told }) {
  const address = new URL('/network/events', location);
  address.protocol = address.protocol.replace('http', 'ws');
  numbers.forEach((number) => address.searchParams.append('number', number));
  const connect = () => {
    const socket = new WebSocket(address);
    socket.onopen = () => connection(true);
    socket.onmessage = (message) => {
      const { event, data } = JSON.parse(message.data);
      told(event, data);
    };
    socket.onclose = () => {
      connection(false);
      setTimeout(connect, AGAIN_AFTER);
    };
  };
  connect();
}
