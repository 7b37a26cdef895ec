package hotline.queue;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Two nodes on one database, and a thread for each. */
final class TwoNodes implements AutoCloseable {
    final CallCenter one;
    final CallCenter two;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    TwoNodes(String url) {
        one = new CallCenter(url);
        two = new CallCenter(url);
    }

    void startAfresh() {
        one.startAfresh();
        two.carrier.forget();
        two.clock.pin(CenterRules.NOON);
    }

    void atOnce(Runnable here, Runnable there) throws InterruptedException, ExecutionException {
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<Future<Boolean>> both =
                Stream.of(here, there).map(each -> start(barrier, each)).toList();
        for (Future<Boolean> each : both) {
            each.get();
        }
    }

    private Future<Boolean> start(CyclicBarrier barrier, Runnable what) {
        return threads.submit(() -> {
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            what.run();
            return true;
        });
    }

    @Override
    public void close() {
        threads.shutdown();
        one.close();
        two.close();
    }
}
