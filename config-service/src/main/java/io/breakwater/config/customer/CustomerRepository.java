package io.breakwater.config.customer;

import io.breakwater.config.configobject.TenantScope;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Queries of tenants. */
@Singleton
public class CustomerRepository implements PanacheRepositoryBase<CustomerEntity, Long> {
    /** In order of creation. */
    public Uni<List<CustomerEntity>> all() {
        return list("order by id");
    }

    /** Writes a tenant with its Default microtenant, its DR state, which nothing was applied to yet, and its empty audit trail. */
    Uni<Void> add(CustomerEntity customer) {
        return persistAndFlush(customer)
                .chain(() -> insert(
                        "insert into microtenant (customer_id, id, name, enabled) values (:customer, "
                                + TenantScope.DEFAULT_MICROTENANT + ", 'Default', true)",
                        customer.id))
                .chain(() -> insert(
                        "insert into dr_state (customer_id, mode, sequence) values (:customer, 'NORMAL', 0)",
                        customer.id))
                .chain(() -> insert(
                        "insert into audit_head (customer_id, sequence, hash, anchor_sequence, anchor_hash)"
                                + " values (:customer, 0, '', 0, '')",
                        customer.id));
    }

    private static Uni<Void> insert(String sql, long customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("customer", customerId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
