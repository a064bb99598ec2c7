package io.breakwater.platform.overload;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/**
 * Gives every connection of a server its {@link RequestClock}. Netty finds it as a service, when the system property that {@link
 * NettyExtensions} sets says so: neither Vert.x nor Quarkus has a limit on the time of a request's headers.
 */
public final class RequestClocks extends ChannelInitializerExtension {
    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new RequestClock());
    }
}
