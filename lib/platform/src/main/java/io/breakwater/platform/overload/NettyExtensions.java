package io.breakwater.platform.overload;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/** Lets Netty load {@link RequestClocks}. When the configuration is built no channel is open yet: that is early enough. */
public final class NettyExtensions implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        enable();
    }

    static void enable() {
        if (System.getProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY) == null) {
            System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        }
    }
}
