package io.breakwater.local;

import io.breakwater.local.http.RestClient;
import io.breakwater.local.http.SignIn;
import io.breakwater.local.layout.PrivateFiles;
import io.breakwater.local.settings.ServiceSettings;
import io.breakwater.local.settings.Surroundings;
import io.breakwater.local.tenant.Tenant;
import java.util.function.Supplier;

/** Tokens of everybody that the suite acts as; each is fetched when it is first needed and kept. */
final class SuiteTokens {
    private final SignIn operator;
    private final SignIn reader;
    private final Supplier<Tenant> tenant;
    private final RestClient configService;
    private SignIn administrator;

    SuiteTokens(Surroundings around, Supplier<Tenant> tenant) {
        this.configService = RestClient.anonymous(around.url(LocalSuite.CONFIG_SERVICE));
        this.operator = client(around, ServiceSettings.OPERATOR);
        this.reader = client(around, ServiceSettings.READER);
        this.tenant = tenant;
    }

    private SignIn client(Surroundings around, String id) {
        return new SignIn(
                configService,
                id,
                () -> PrivateFiles.read(around.secrets().clientSecret(id)).strip());
    }

    Supplier<String> operator() {
        return operator;
    }

    Supplier<String> reader() {
        return reader;
    }

    synchronized Supplier<String> tenant() {
        if (administrator == null) {
            Tenant known = tenant.get();
            administrator = new SignIn(configService, known.clientId(), known::clientSecret);
        }
        return administrator;
    }
}
