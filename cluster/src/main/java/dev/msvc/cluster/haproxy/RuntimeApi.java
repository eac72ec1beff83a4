package dev.msvc.cluster.haproxy;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** One conversation with the runtime API of HAProxy: a command, and what it says to it. */
final class RuntimeApi implements Closeable {
  private static final String PROMPT = "\n> ";
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int MOST = 64 * 1024 * 1024;

  private final SocketChannel channel;
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private final StringBuilder heard = new StringBuilder();

  private RuntimeApi(SocketChannel channel, Selector selector) {
    this.channel = channel;
    this.selector = selector;
  }

  static RuntimeApi connect(SocketAddress address) throws IOException {
    boolean unix = address instanceof UnixDomainSocketAddress;
    Selector selector = Selector.open();
    SocketChannel channel = null;
    try {
      // a socket in the file system answers at once, or there is none
      channel = unix ? SocketChannel.open(address) : SocketChannel.open();
      channel.configureBlocking(false);
      RuntimeApi api = new RuntimeApi(channel, selector);
      if (!unix && !channel.connect(address)) {
        api.await(SelectionKey.OP_CONNECT, System.nanoTime() + ANSWER.toNanos());
        channel.finishConnect();
      }
      api.say("prompt\n");
      api.answer();
      return api;
    } catch (IOException e) {
      selector.close();
      if (channel != null) {
        channel.close();
      }
      throw e;
    }
  }

  /** What it says to one command. */
  String ask(String command) throws IOException {
    say(command + "\n");
    return answer();
  }

  /** Several at once, so that as little as can be happens in between; what it says to any. */
  String tell(List<String> commands) throws IOException {
    say(String.join(";", commands) + "\n");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < commands.size(); i++) {
      all.append(answer().strip());
    }
    return all.toString();
  }

  private void say(String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    long until = System.nanoTime() + ANSWER.toNanos();
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        await(SelectionKey.OP_WRITE, until);
      }
    }
  }

  private String answer() throws IOException {
    long until = System.nanoTime() + ANSWER.toNanos();
    int searched = 0;
    while (true) {
      int end = heard.indexOf(PROMPT, searched);
      if (end >= 0) {
        String answer = heard.substring(0, end);
        heard.delete(0, end + PROMPT.length());
        return answer;
      }
      searched = Math.max(0, heard.length() - PROMPT.length());
      hear(until);
    }
  }

  private void hear(long until) throws IOException {
    buffer.clear();
    int read = channel.read(buffer);
    if (read < 0) {
      throw new IOException("it ended the conversation: " + heard.toString().strip());
    }
    if (read == 0) {
      await(SelectionKey.OP_READ, until);
      return;
    }
    // its names and numbers are ASCII; what others call their servers is not looked at
    heard.append(new String(buffer.array(), 0, read, StandardCharsets.ISO_8859_1));
    if (heard.length() > MOST) {
      throw new IOException("it talks without an end");
    }
  }

  private void await(int what, long until) throws IOException {
    channel.register(selector, what);
    long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
    if (left <= 0 || selector.select(left) == 0) {
      throw new SocketTimeoutException("it said nothing for %d s".formatted(ANSWER.toSeconds()));
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    selector.close();
  }
}
