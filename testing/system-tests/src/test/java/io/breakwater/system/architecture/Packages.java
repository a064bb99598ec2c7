package io.breakwater.system.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import io.breakwater.system.Checkout;
import java.nio.file.Files;
import java.util.Map;

/** Finds package-info.java in the sources: without annotations the compiler leaves no class for it. */
final class Packages {
    private Packages() {}

    static boolean isDocumented(JavaClass type) {
        String folder = type.getPackageName().replace('.', '/');
        for (Map.Entry<String, String> module : Modules.PACKAGES.entrySet()) {
            if (Files.exists(Checkout.root()
                    .resolve(module.getKey())
                    .resolve("src/main/java")
                    .resolve(folder)
                    .resolve("package-info.java"))) {
                return true;
            }
        }
        return false;
    }
}
