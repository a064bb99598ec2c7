package io.breakwater.platform.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** Goes wrong in every way. */
@Path("/faulty")
@PermitAll
public class FaultyResource {
    enum Colour {
        RED,
        GREEN
    }

    record Wheel(@NotBlank String maker, int spokes) {}

    record Cart(
            @NotBlank String name,
            Colour colour,
            Duration age,
            @NotNull @Valid List<Wheel> wheels) {}

    @POST
    @Path("cart")
    public Cart cart(@NotNull @Valid Cart cart) {
        return cart;
    }

    @GET
    @Path("secret")
    public String secret() {
        throw new IllegalStateException("the password of SecretStore is hunter2");
    }

    @GET
    @Path("unavailable")
    public String unavailable() {
        throw new ProblemException(Problem.UNAVAILABLE, "database at 10.0.0.7 refused");
    }

    @GET
    @Path("outage")
    public String outage() {
        throw new IllegalStateException("no rows", new ConnectException("10.0.0.8 refused"));
    }

    @GET
    @Path("limited")
    public String limited(@QueryParam("limit") @Max(value = 500, message = "at most 500") int limit) {
        return "ok " + limit;
    }

    @GET
    @Path("numbers/{number}")
    public String number(@RestPath long number) {
        return "ok " + number;
    }

    @GET
    @Path("customers/{customerId}/cart")
    public String tenant(@PathParam("customerId") String customerId) {
        return customerId;
    }
}
