package io.breakwater.config.continuity;

/** What an identity provider reads of a service provider (SAML 2.0 metadata). Pure. */
final class ServiceProviderMetadata {
    private static final String FORM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:breakwater:customer:%s">
              <SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <KeyDescriptor>
                  <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#">
                    <X509Data><X509Certificate>%s</X509Certificate></X509Data>
                  </KeyInfo>
                </KeyDescriptor>
              </SPSSODescriptor>
            </EntityDescriptor>
            """;

    private ServiceProviderMetadata() {}

    /** @param pem of the provider's certificate */
    static String of(String customerId, String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return FORM.formatted(customerId, base64);
    }
}
