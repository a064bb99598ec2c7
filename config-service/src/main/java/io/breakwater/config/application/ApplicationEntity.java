package io.breakwater.config.application;

import io.breakwater.config.configobject.ConfigObject;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An application segment. Ports are kept as ZPA's flat pairs: from, to, from, to. */
@Entity
@Table(name = "application_segment")
public class ApplicationEntity extends ConfigObject {
    public Long segmentGroupId;
    public String[] domainNames;
    public String[] tcpPorts;
    public String[] udpPorts;
    public String bypassType;
    public Boolean bypassOnReauth;
    public String healthCheckType;
    public String healthReporting;
    public String icmpAccessType;
    public String tcpKeepAlive;
    public String matchStyle;
    public String policyStyle;
    public String configSpace;
    public Boolean passiveHealthEnabled;
    public Boolean isCnameEnabled;
    public Boolean useInDrMode;
    public Boolean doubleEncrypt;
    public Boolean ipAnchored;
    public Boolean selectConnectorCloseToApp;
    public Boolean inspectTrafficWithZia;
    public Boolean adpEnabled;
    public Boolean autoAppProtectEnabled;
    public Boolean apiProtectionEnabled;
    public Boolean fqdnDnsCheck;
    public Boolean extranetEnabled;

    /** Set only together with the weights of its server groups. */
    public Boolean weightedLoadBalancing = false;

    public Long defaultIdleTimeout;
    public Long defaultMaxAge;
    public String appRecommendationId;

    /** Of its domain names and ports. */
    public Long listedOctets;
}
