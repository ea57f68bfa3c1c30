// swift-format-ignore-file
// Made by `espalier ddf compile` from Microsoft's device description files; see NOTICE. Do not edit.

/// The catalogue of Windows that ships with Espalier: the facts of every node that the published device descriptions name.
enum ShippedCatalogue {
    /// What `CatalogueReader` reads.
    static let text: StaticString = #"""
espalier-catalogue 1
6 44 26 292 448
v2-feb2025
v1-20h2
v1-1903
v1-docs2019
v1-1607
v2-dec2022
88
4;1B;30;31;48;54;62;63;64;65;79;7A;7D;7E;81;82;88;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CD;CF
4;1B;30;31;48;54;62;63;64;65;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CD;CF
4;1B;30;31;48;54;79;7A;7D;7E;81;82;88;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CD;CF
4;1B;48;54;79;7A;7D;7E;81;82;AB;AC;AF;BC;BF
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CD;CF
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CD;CF;D2
4;1B;30;31;48;54;62;63;64;65;79;7A;7D;7E;81;82;88;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CD;CF;D2
4;30;31;7E;88;A1;A2;A4;A5;BC;BF;CD
4;1B;30;31;48;54;62;63;64;65;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CD;CF;D2
AF
4;1B;30;31;48;54;79;7A;7D;7E;81;82;88;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CD;CF;D2
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CA;CB;CD;CF
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB
4;1B;48;54;79;7A;7D;7E;81;82;88;AB;AC;AF;BC;BF;CD;CF
4;1B;48;54;79;7A;7D;7E;81;82;AB;AC;AF;BC;BF;CD;CF
4;1B;48;54;79;7A;7D;7E;81;82;AB;AC;BC;BF;CD;CF
4;1B;30;31;48;54;79;7A;7D;7E;81;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CD;CF;D2
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CA;CB;CD;CF;D2
4;1B;30;31;48;54;79;7A;7D;7E;81;82;88;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CA;CB;CD;CF;D2
4;30;31;7E;A1;A2;A4;A5;BC;BF;CD;D2
4;30;31;79;7A;A1;A2;A4;A5;BC;CA;CB
87;88;8088
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CD;CF;D2
4;1B;48;54;79;7A;7D;7E;81;82;AB;AC;AF;BC;BF;CD;CF;D2
4;1B;30;31;48;54;79;7A;7D;7E;81;82;88;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CA;CB;CD;CF
4;1B;30;31;48;54;62;63;64;65;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CA;CB;CD;CF;D2
4;1B;30;31;48;54;62;64;65;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CD;CF
4;1B;30;31;48;54;79;7A;7D;7E;81;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CF
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CD;CF
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CD;CF
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CA;CD;CF
4;1B;30;31;48;54;62;63;64;65;79;7A;7D;7E;81;82;88;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CA;CB;CD;CF
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;AF;BC;BF;CA;CB;CF
CA;CB
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CA;CB;CD
4;1B;30;31;48;54;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AF;BC;BF;CA;CB;CD;CF
4;1B;30;31;48;54;62;63;64;65;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CA;CB;CD;CF
4;1B;30;31;48;54;62;63;64;65;77;79;7A;7D;7E;81;82;87;8088;8A;8B;A1;A2;A4;A5;AB;AC;AF;B4;BC;BF
4;1B;30;31;48;54;62;63;64;65;77;79;7A;7D;7E;81;82;87;88;8088;8A;8B;A1;A2;A4;A5;AB;AC;AF;B4;BC;BD;BF
4;1B;30;31;48;54;62;63;64;65;77;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;AF;B4;BC;BF;CA;CB;CD
4;1B;30;31;48;54;62;63;64;65;79;7A;7D;7E;81;82;88;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CA;CB;CD;CF;D2
4;1B;30;31;48;54;62;63;64;65;79;7A;7D;7E;81;82;8A;8B;A1;A2;A4;A5;AB;AC;BC;BF;CD;CF;D2
4;1B;48;54;79;7A;7D;7E;81;82;88;AB;AC;BC;BF;CD;CF
com.microsoft/1.0/MDM/Accounts
com.microsoft/1.0/MDM/ActiveSync
com.microsoft/1.0/MDM/CleanPC
com.microsoft/1.0/MDM/CMPolicy
com.microsoft/1.0/MDM/CMPolicyEnterprise
com.microsoft/1.0/MDM/CustomDeviceUI
com.microsoft/1.0/MDM/DeviceUpdateCenter
text/plain
com.microsoft/1.1/MDM/DMSessionActions
com.microsoft/1.0/MDM/EMAIL2
com.microsoft/1.0/MDM/EnrollmentStatusTracking
com.microsoft/1.2/MDM/EnterpriseAPN
com.microsoft/1.1/MDM/EnterpriseAssignedAccess
com.microsoft/1.0/MDM/EnterpriseDataProtection
com.microsoft/1.0/MDM/MultiSIM
text/password
com.microsoft/11/MDM/Policy
com.microsoft/2.0/MDM/Reporting
com.microsoft/1.0/MDM/TenantLockdown
com.microsoft/1.0/MDM/TPMPolicy
com.microsoft/1.0/MDM/Uefi
com.microsoft/1.1/MDM/Update
com.microsoft/1.0/MDM/Win32CompatibilityAppraiser
com.microsoft/1.2/MDM/WindowsAdvancedThreatProtection
com.microsoft/1.0/MDM/WindowsSecurityAuditing
com.microsoft/1.0/MDM/DeclaredConfiguration
19041	1.0	0	
18362	1.0	1	
10586	1.0	2	
10240	1.0	3	
16299	1.1		
17134	2.0		
17134	2.0	4	
15063	1.0	5	
22000	5.0		
17763	3.0		
18363	5.0		
18362	4.0		
		6	
22000,19043.1202,19042.1202,19041.1202	5.0		
10586	1.0	7	
14393	1.0		
15063	1.0		
!99999	9.9		
22621.3374	1.0	8	
22621.3374	1.0		
!88888			
!99999	9.9	9	
10586	1.0	9	
17763	1.3		
17763	1.2		
18362	1.3		
14393			
14393	1.3		
16299	1.3		
22000	1.3		
19041	1.3		
17134	1.1		
14393	1.0	7	
22621,22000.918,19044.2193,19043.2193,19042.2193	1.1		
!99999	1.0	7	
		5	
15063	1.1		
22000,19041.1387,19042.1387,19043.1387,19044.1387	1.5		
17134	1.4		
17134	1.3		
22000	1.5		
22621,22000.1165	1.5		
10586	1.2	7	
18362	1.4		
10240	1.0	7	
14393	1.2		
10586	1.1		
15063	1.3		
16299	1.4		
17134	1.5		
22621,22000.739,19044.1766,19043.1766,19042.1766	1.6		
22000	1.6		
22621,22000.918,19044.2193,19043.2193,19042.2193	1.6		
22000	1.6	10	
22621,22000.1165	1.6		
!99999,22621.3235,22000.2836	1.6		
10586	1.0	5	
10586	1.0	1	
19041	1.2		
22000	1.2		
16299	1.0	2	
22000	1.0		
22621	1.0		
17134	1.0		
16299	1.0	11	
25398,22621.2352	1.0		
20348	1.0		
22000,19044.1706,19043.1706,19042.1706	1.0		
19045.2913,22621.1635,22000.1880	1.1		
14393	1.1		
22000	1.4		
!99999,26100.2314,22621.4541	1.4		
!9999	1.0	7	
25145,22621.1480,22000.1754,20348.1663,19041.2784,17763.4244	1.0	1	
26100	1.1		
15063	1.0	11	
19042	1.0	7	
17763	1.5		
22621	1.6		
!99999,22621.3374,22000.2899,20348.2402,19041.4239	1.6		
22621,22000.527,19044.1566	1.6		
17763	1.6		
22621	1.3		
18362	1.6		
22621.3374	2.0		
16299	6.0		
18363,18362.387,17763.832,17134.1099,16299.1481	6.0		
10240	1.0		
14393	4.1	12	
10240	1.0	5	
22621	11.0	5	
15063	5.0	5	
14393	4.1	5	
22000,19043.1202,19042.1202,19041.1202	10.0	3	
!99999	9.9	13	
17134	7.0	5	
10240	1.0	1	
22000	11.0	2	
17763	8.0	5	
14393	4.1	14	
14393	4.1	15	
19041	10.0	15	
!99999	9.9	15	
17763	8.0	14	
15063	5.0	16	
19041,18362.329,17763.774,17134.1039	7.0	17	
14393	4.1	7	
14393	4.1	9	
16299	6.0	6	
17763	8.0	11	
17763	8.0	6	
22000	11.0	6	
17134.2145	7.0	6	
22631.2506	11.0	6	
15063	5.0	12	
17763	8.0	2	
14393	4.1	18	
10240	1.0	19	
17134	7.0	18	
10240	1.0	18	
19041	10.0	18	
10586	2.0	5	
10586	2.0	3	
16299	6.0	5	
10240	1.0	2	
14393	4.1		
15063	5.0	2	
14393	4.1	2	
16299	6.0	12	
22621.2338	11.0	20	
!99999	9.9	21	
10240	1.0	22	
15063	5.0	19	
15063	5.0	6	
15063	5.0	18	
16299	6.0	18	
!99999	9.9	18	
26100	11.0	5	
10240	1.0	9	
16299	6.0	9	
17763	8.0	9	
18362	9.0	9	
10240	1.0	11	
14393	4.1	11	
19041	10.0	11	
17134	7.0	11	
15063	5.0	11	
16299	6.0	11	
!99999,22621.2361	11.0	11	
18362	9.0	11	
22621	11.0	12	
26100	11.0	12	
16299	6.0	23	
16299	6.0	24	
!99999	9.9	24	
18362	9.0	6	
19041	10.0	12	
17763	8.0	12	
22000,20348.256,19041.1151,18362.1714,17763.2145	8.0	25	
17763	8.0	25	
14393	4.1	26	
15063	5.0	9	
17134	7.0	9	
26100	11.0	26	
17134	7.0	12	
!99999	9.9	12	
17763	8.0	18	
22000	11.0	1	
14393	4.1	16	
26100	11.0	16	
17763	8.0	15	
18362	9.0	15	
22000	11.0	15	
22000	11.0	16	
22000	11.0	27	
16299	6.0	2	
22621	11.0	28	
22000	11.0	5	
!99999,22621.2338	11.0	5	
22000	11.0	29	
26100	11.0	29	
!99999	9.9	29	
18362	9.0	5	
20348,19041.789,18362.1350	9.0	5	
22000,20348.143,19041.906,18362.1474	9.0	5	
!99999	9.9	5	
22621,22000.282,20348.261,19041.1266,18362.1832	9.0	5	
22621,22000.527,20348.558,19041.1566	10.0	5	
25965,25398.643,22621.2792,20348.2227,19041.3758	10.0	5	
22621,22000.1030,20348.1060,19041.2060,17763.3460	8.0	5	
26100	11.0	6	
!99999	9.9	6	
17134	7.0	6	
!99999	6.0	6	
19042	10.0	25	
15063	5.0		
20348	11.0	0	
!99999	11.0	0	
19041	10.0		
19041	10.0	0	
!99999	9.9	0	
22621	9.9	0	
26100	11.0	30	
19042	10.0	30	
22000	11.0	31	
!99999	9.9	31	
16299	6.0	19	
18362	9.0	19	
18362	9.0	18	
22000	11.0	18	
15063	5.0	7	
22000	11.0	9	
25000	11.0	7	
17134	7.0	7	
18362	9.0	7	
22621	11.0	6	
26100,25398.946,22631.3672,22621.3672,22000.3014,20348.2523	11.0	6	
26100,20348.2461,22621.3593,22000.2960,25398.887,19041.4474	10.0	6	
!99999,25398.827,22631.3374,22621.3374,22000.2898,20348.2400	11.0	6	
22621,22000.1761,19044.1620,19043.1620,19042.1620	10.0	5	
14393	4.1	32	
10240	1.0	6	
15063	5.0	3	
26100	11.0	33	
!99999	9.9	33	
14393	4.1	3	
22621.1928	11.0	5	
22621	11.0	34	
18362	9.0	3	
26100	11.0	35	
14393	4.1	6	
22000,18362.836,17763.1217	8.0	6	
22000,20348.320,19044,19043.1320,19042.1320,19041.1320	10.0	36	
19041	10.0	5	
14393	4.1	19	
22000,19043.1202,19042.1202,19041.1202	10.0	18	
19041,18363.836,18362.836,17763.1217,17134.1488	7.0	18	
22000,19041.546,18363.1110,18362.1110,17763.1490	8.0	18	
10240.18696,14393.3930,15063.2500,16299.2107,17134.1726,17763.1457,18362.1082,18363.1082,19041.508,22000	1.0	18	
10240.18818,14393.4169,15063.2108,16299.2166,17134.1967,17763.1697,18362.1316,18363.1316,19041.746,19042.746,22000	1.0	18	
19041.1202,19042.1202,19043.1202,19044.1288,19045.2130,20348.371,22000	10.0	18	
22621.1194,!99999	11.0	18	
17763	8.0	19	
22621	11.0	18	
22000,19042.906,19041.906,18363.1474,17763.1852	8.0	18	
19044.3757	10.0	18	
22000	11.0	23	
22000	11.0	30	
17134	7.0	2	
18362	9.0	37	
18362	9.0	12	
22621.2338	11.0	12	
22000,19043.4950,19042.4950,19041.4950	11.0	5	
10586	4.1	12	
22000	11.0	12	
14393	1.0	11	
26100	1.0		
10586	1.0	38	
		39	
22621	1.1		
17763	1.1		
22621.521			
14393	1.0	6	
22621	1.2		
10586	1.0	40	
19041.789,19042.789,!9999	1.0		
18363,18362.449	1.0		
19042,19041.450	1.0		
15063,14393.969	1.0		
17134,16299.64	1.0		
20207	1.4		
10586	1.0	41	
16299	1.1	2	
17134	1.2		
19041	1.4		
10586	1.0	42	
15063	1.2		
22621,22000.1165	1.4		
17763	1.0	26	
!99999	2.0	8	
15063	1.1	7	
22621	1.0	43	
19041	10.0	37	
17134	7.0	16	
26100,22621.900,19045.4842	10.0	16	
19041.1620	11.0	5	
22000,19044.1370,19043.1370,19042.1370,19041.1370	10.0	5	
19044.3758,19045.3758,22621.2361,22631	10.0	12	
22621.4391	11.0	12	
22000,19044.1806,19043.1806,19042.1806	1.0	1	
19628	1.4		
22000,19041.1387,19042.1387,19043.1387,19044.1387	1.2		
308	D	AccountManagement		0		1.0		
157	D	Accounts		1	1	1.0		
748	D	ActiveSync		1		1.0	./Vendor/MSFT/ActiveSync	
644	D	AllJoynManagement		1	1		./Vendor/MSFT/AllJoynManagement	
675	D	ApplicationControl		0		1.0	./Vendor/MSFT/ApplicationControl	
1312	D	AppLocker		0		1.0	./Vendor/MSFT/AppLocker	
203	D	AssignedAccess		0		1.0	./Vendor/MSFT/AssignedAccess	
1525	D	BitLocker		0		1.0		
2091	D	CertificateStore		0		1.0		
98	D	CleanPC		2	1	1.0		
1384	D	ClientCertificateInstall		0		1.0		
151	D	CloudDesktop		0		1.0		
273	D	CM_ProxyEntries		1	1		./Vendor/MSFT/CM_ProxyEntries	
260	D	CMPolicy		1	1	1.0	./Vendor/MSFT/CMPolicy	
270	D	CMPolicyEnterprise		1	1	1.0	./Vendor/MSFT/CMPolicyEnterprise	
135	D	CustomDeviceUI		1	1	1.0	./Vendor/MSFT/CustomDeviceUI	
845	D	DeclaredConfiguration		0		9.9		
6188	D	Defender		0		1.0		
276	D	DeveloperSetup		1	1			
832	D	DeviceLock		3	1		./Vendor/MSFT/DeviceLock	
244	D	DeviceManageability		0		1.0		
443	D	DevicePreparation		0		1.0		
1562	D	DeviceStatus		0		1.0	./Vendor/MSFT/DeviceStatus	
711	D	DeviceUpdate		1	1		./Vendor/MSFT/DeviceUpdate	
179	D	DeviceUpdateCenter		2	1	1.0	./Vendor/MSFT/DeviceUpdateCenter	
1261	D	DiagnosticLog		0		1.2	./Vendor/MSFT/DiagnosticLog	
3892	D	DMClient		0		1.0		
314	D	DMSessionActions		1	1	1.1		
665	D	DnsClient		0				
333	D	DynamicManagement		1	1			
916	D	EMAIL2		1		1.0	./Vendor/MSFT/EMAIL2	
677	D	EnrollmentStatusTracking		1	1	1.0		
498	D	EnterpriseAPN		1	1	1.2	./Vendor/MSFT/EnterpriseAPN	
675	D	EnterpriseAppVManagement		1	1		./Vendor/MSFT/EnterpriseAppVManagement	
354	D	EnterpriseAssignedAccess		4	1	1.1	./Vendor/MSFT/EnterpriseAssignedAccess	
480	D	EnterpriseDataProtection		1	1	1.0		
391	D	EnterpriseDesktopAppManagement		0		1.0		
305	D	EnterpriseExt		4	1		./Vendor/MSFT/EnterpriseExt	
270	D	EnterpriseExtFileSystem		4	1		./Vendor/MSFT/EnterpriseExtFileSystem	
5003	D	EnterpriseModernAppManagement		0		1.0		
791	D	eUICCs		0		1.0		
7047	D	Firewall		0		1.0	./Vendor/MSFT/Firewall	
597	D	HealthAttestation		0		1.0	./Vendor/MSFT/HealthAttestation	
496	D	LanguagePackManagement		0		1.0		
1111	D	LAPS		0		1.0		
77	D	Maps		1	1		./Vendor/MSFT/Maps	
287	D	MultiSIM		1	1	1.0		
763	D	NAP		1	1		./Vendor/MSFT/NAP	
277	D	NetworkProxy		0		1.0	./Vendor/MSFT/NetworkProxy	
338	D	NetworkQoSPolicy		0		1.0		
295	D	NodeCache		0		1.0		
173	D	Office		0		1.0		
45	D	OfflineDomainJoin		1	1			
444	D	OptionalFeatures		1	1			
1899	D	PassportForWork		0		1.2		
282	D	Personalization		0		1.0	./Vendor/MSFT/Personalization	
467	D	Policy		0		1.0		
186	D	Policy	AboveLock	0		11		
331	D	Policy	Accounts	0		11		
78	D	Policy	ActiveXControls	0		11		
83	D	Policy	ADMX_ActiveXInstallService	0		11		
211	D	Policy	ADMX_AdmPwd	0		11		
475	D	Policy	ADMX_AppCompat	0		11		
93	D	Policy	ADMX_AppxPackageManager	0		11		
258	D	Policy	ADMX_AppXRuntime	0		11		
70	D	Policy	ADMX_AuditSettings	0		11		
671	D	Policy	ADMX_Bits	0		11		
114	D	Policy	ADMX_CipherSuiteOrder	0		11		
74	D	Policy	ADMX_COM	0		11		
460	D	Policy	ADMX_ControlPanelDisplay	0		11		
61	D	Policy	ADMX_Cpls	0		11		
180	D	Policy	ADMX_CredentialProviders	0		11		
555	D	Policy	ADMX_CredSsp	0		11		
132	D	Policy	ADMX_CredUI	0		11		
75	D	Policy	ADMX_DataCollection	0		11		
151	D	Policy	ADMX_DCOM	0		11		
59	D	Policy	ADMX_Desktop	0		11		
100	D	Policy	ADMX_DeviceCompat	0		11		
68	D	Policy	ADMX_DeviceGuard	0		11		
472	D	Policy	ADMX_DeviceInstallation	0		11		
145	D	Policy	ADMX_DeviceSetup	0		11		
59	D	Policy	ADMX_DFS	0		11		
94	D	Policy	ADMX_DigitalLocker	0		11		
120	D	Policy	ADMX_DiskDiagnostic	0		11		
191	D	Policy	ADMX_DiskNVCache	0		11		
255	D	Policy	ADMX_DiskQuota	0		11		
85	D	Policy	ADMX_DistributedLinkTracking	0		11		
1056	D	Policy	ADMX_DnsClient	0		11		
181	D	Policy	ADMX_DWM	0		11		
76	D	Policy	ADMX_EncryptFilesonMove	0		11		
313	D	Policy	ADMX_EnhancedStorage	0		11		
699	D	Policy	ADMX_ErrorReporting	0		11		
122	D	Policy	ADMX_EventForwarding	0		11		
1014	D	Policy	ADMX_EventLog	0		11		
82	D	Policy	ADMX_EventLogging	0		11		
207	D	Policy	ADMX_EventViewer	0		11		
110	D	Policy	ADMX_Explorer	0		11		
195	D	Policy	ADMX_ExternalBoot	0		11		
81	D	Policy	ADMX_FileRecovery	0		11		
83	D	Policy	ADMX_FileServerVSSProvider	0		11		
379	D	Policy	ADMX_FileSys	0		11		
128	D	Policy	ADMX_FolderRedirection	0		11		
75	D	Policy	ADMX_fthsvc	0		11		
400	D	Policy	ADMX_Globalization	0		11		
1473	D	Policy	ADMX_GroupPolicy	0		11		
154	D	Policy	ADMX_Help	0		11		
67	D	Policy	ADMX_HelpAndSupport	0		11		
72	D	Policy	ADMX_hotspotauth	0		11		
828	D	Policy	ADMX_ICM	0		11		
63	D	Policy	ADMX_IIS	0		11		
570	D	Policy	ADMX_iSCSI	0		11		
244	D	Policy	ADMX_kdc	0		11		
354	D	Policy	ADMX_Kerberos	0		11		
210	D	Policy	ADMX_LanmanServer	0		11		
192	D	Policy	ADMX_LanmanWorkstation	0		11		
83	D	Policy	ADMX_LeakDiagnostic	0		11		
126	D	Policy	ADMX_LinkLayerTopologyDiscovery	0		11		
94	D	Policy	ADMX_LocationProviderAdm	0		11		
524	D	Policy	ADMX_Logon	0		11		
5310	D	Policy	ADMX_MicrosoftDefenderAntivirus	0		11		
87	D	Policy	ADMX_MobilePCMobilityCenter	0		11		
99	D	Policy	ADMX_MobilePCPresentationSettings	0		11		
84	D	Policy	ADMX_MSAPolicy	0		11		
113	D	Policy	ADMX_msched	0		11		
160	D	Policy	ADMX_MSDT	0		11		
928	D	Policy	ADMX_MSI	0		11		
84	D	Policy	ADMX_MsiFileRecovery	0		11		
929	D	Policy	ADMX_MSS-legacy	0		11		
296	D	Policy	ADMX_nca	0		11		
339	D	Policy	ADMX_NCSI	0		11		
1856	D	Policy	ADMX_Netlogon	0		11		
268	D	Policy	ADMX_NetworkConnections	0		11		
1337	D	Policy	ADMX_OfflineFiles	0		11		
394	D	Policy	ADMX_pca	0		11		
506	D	Policy	ADMX_PeerToPeerCaching	0		11		
70	D	Policy	ADMX_PenTraining	0		11		
246	D	Policy	ADMX_PerformanceDiagnostics	0		11		
1248	D	Policy	ADMX_Power	0		11		
221	D	Policy	ADMX_PowerShellExecutionPolicy	0		11		
295	D	Policy	ADMX_PreviousVersions	0		11		
938	D	Policy	ADMX_Printing	0		11		
393	D	Policy	ADMX_Printing2	0		11		
76	D	Policy	ADMX_PushToInstall	0		11		
975	D	Policy	ADMX_QOS	0		11		
74	D	Policy	ADMX_Radar	0		11		
218	D	Policy	ADMX_Reliability	0		11		
125	D	Policy	ADMX_RemoteAssistance	0		11		
995	D	Policy	ADMX_RemovableStorage	0		11		
218	D	Policy	ADMX_RPC	0		11		
69	D	Policy	ADMX_sam	0		11		
420	D	Policy	ADMX_Scripts	0		11		
183	D	Policy	ADMX_sdiageng	0		11		
87	D	Policy	ADMX_sdiagschd	0		11		
94	D	Policy	ADMX_Securitycenter	0		11		
115	D	Policy	ADMX_Sensors	0		11		
251	D	Policy	ADMX_ServerManager	0		11		
61	D	Policy	ADMX_Servicing	0		11		
480	D	Policy	ADMX_SettingSync	0		11		
66	D	Policy	ADMX_Sharing	0		11		
737	D	Policy	ADMX_Smartcard	0		11		
148	D	Policy	ADMX_Snmp	0		11		
89	D	Policy	ADMX_SoundRec	0		11		
204	D	Policy	ADMX_srmfci	0		11		
343	D	Policy	ADMX_StartMenu	0		11		
72	D	Policy	ADMX_SystemRestore	0		11		
331	D	Policy	ADMX_TabletPCInputPanel	0		11		
501	D	Policy	ADMX_TabletShell	0		11		
117	D	Policy	ADMX_Taskbar	0		11		
601	D	Policy	ADMX_tcpip	0		11		
3350	D	Policy	ADMX_TerminalServer	0		11		
113	D	Policy	ADMX_TouchInput	0		11		
545	D	Policy	ADMX_TPM	0		11		
6068	D	Policy	ADMX_UserExperienceVirtualization	0		11		
305	D	Policy	ADMX_UserProfiles	0		11		
236	D	Policy	ADMX_W32Time	0		11		
165	D	Policy	ADMX_WCM	0		11		
131	D	Policy	ADMX_WDI	0		11		
64	D	Policy	ADMX_WinCal	0		11		
99	D	Policy	ADMX_WindowsColorSystem	0		11		
120	D	Policy	ADMX_WindowsConnectNow	0		11		
1872	D	Policy	ADMX_WindowsExplorer	0		11		
71	D	Policy	ADMX_WindowsMediaDRM	0		11		
323	D	Policy	ADMX_WindowsMediaPlayer	0		11		
125	D	Policy	ADMX_WindowsRemoteManagement	0		11		
162	D	Policy	ADMX_WindowsStore	0		11		
184	D	Policy	ADMX_WinInit	0		11		
183	D	Policy	ADMX_WinLogon	0		11		
76	D	Policy	ADMX_Winsrv	0		11		
132	D	Policy	ADMX_wlansvc	0		11		
88	D	Policy	ADMX_WorkFoldersClient	0		11		
65	D	Policy	ADMX_WPN	0		11		
211	D	Policy	AppDeviceInventory	0		11		
135	D	Policy	ApplicationDefaults	0		11		
1037	D	Policy	ApplicationManagement	0		11		
82	D	Policy	AppRuntime	0		11		
1467	D	Policy	AppVirtualization	0		11		
4291	D	Policy	Audit	0		11		
516	D	Policy	Authentication	0		11		
170	D	Policy	Autoplay	0		11		
79	D	Policy	Bitlocker	0		11		
416	D	Policy	BITS	0		11		
369	D	Policy	Bluetooth	0		11		
2991	D	Policy	Browser	0		11		
62	D	Policy	Camera	0		11		
347	D	Policy	Cellular	0		11		
164	D	Policy	CloudDesktop	0		11		
72	D	Policy	CloudPC	5		11		
1036	D	Policy	Connectivity	0		11		
78	D	Policy	ControlPolicyConflict	0		11		
182	D	Policy	CredentialProviders	0		11		
111	D	Policy	CredentialsDelegation	0		11		
118	D	Policy	CredentialsUI	0		11		
503	D	Policy	Cryptography	0		11		
123	D	Policy	DataProtection	0		11		
90	D	Policy	DataUsage	0		11		
2290	D	Policy	Defender	0		11		
1743	D	Policy	DeliveryOptimization	0		11		
806	D	Policy	DesktopAppInstaller	0		11		
307	D	Policy	DeviceGuard	0		11		
278	D	Policy	DeviceHealthMonitoring	0		11		
630	D	Policy	DeviceInstallation	0		11		
1547	D	Policy	DeviceLock	0		11		
405	D	Policy	Display	0		11		
78	D	Policy	DmaGuard	0		11		
59	D	Policy	Eap	0		11		
121	D	Policy	Education	0		11		
270	D	Policy	ErrorReporting	0		11		
245	D	Policy	EventLogService	0		11		
1294	D	Policy	Experience	0		11		
73	D	Policy	ExploitGuard	0		11		
140	D	Policy	FactoryComposer	1	1			
99	D	Policy	FederatedAuthentication	0		11		
443	D	Policy	FileExplorer	0		11		
107	D	Policy	FileSystem	0		11		
76	D	Policy	Games	0		11		
78	D	Policy	Handwriting	0		11		
679	D	Policy	HumanPresence	0		11		
17152	D	Policy	InternetExplorer	0		11		
672	D	Policy	Kerberos	0		11		
349	D	Policy	KioskBrowser	0		11		
86	D	Policy	LanmanWorkstation	0		11		
155	D	Policy	Licensing	0		11		
7182	D	Policy	LocalPoliciesSecurityOptions	0		11		
137	D	Policy	LocalSecurityAuthority	0		11		
67	D	Policy	LocalUsersAndGroups	0		11		
66	D	Policy	LockDown	0		11		
169	D	Policy	Maps	0		11		
112	D	Policy	MemoryDump	0		11		
145	D	Policy	Messaging	0		11		
1574	D	Policy	MixedReality	0		11		
455	D	Policy	MSSecurityGuide	0		11		
296	D	Policy	MSSLegacy	0		11		
455	D	Policy	NetworkIsolation	0		11		
508	D	Policy	NetworkListManager	0		11		
187	D	Policy	NewsAndInterests	0		11		
114	D	Policy	Notifications	0		11		
1390	D	Policy	Power	0		11		
827	D	Policy	Printers	0		11		
6886	D	Policy	Privacy	0		11		
213	D	Policy	RemoteAssistance	0		11		
83	D	Policy	RemoteDesktop	0		11		
703	D	Policy	RemoteDesktopServices	0		11		
858	D	Policy	RemoteManagement	0		11		
150	D	Policy	RemoteProcedureCall	0		11		
328	D	Policy	RemoteShell	0		11		
78	D	Policy	RestrictedGroups	0		11		
966	D	Policy	Search	0		11		
715	D	Policy	Security	0		11		
84	D	Policy	ServiceControlManager	0		11		
592	D	Policy	Settings	0		11		
175	D	Policy	SettingsSync	0		11		
197	D	Policy	SmartScreen	0		11		
73	D	Policy	Speech	0		11		
1849	D	Policy	Start	0		11		
67	D	Policy	Stickers	0		11		
726	D	Policy	Storage	0		11		
63	D	Policy	Sudo	0		11		
1839	D	Policy	System	0		11		
1707	D	Policy	SystemServices	0		11		
67	D	Policy	TaskManager	0		11		
79	D	Policy	TaskScheduler	0		11		
86	D	Policy	TenantDefinedTelemetry	0		11		
84	D	Policy	TenantRestrictions	0		11		
1820	D	Policy	TextInput	0		11		
331	D	Policy	TimeLanguageSettings	0		11		
88	D	Policy	Troubleshooting	0		11		
4514	D	Policy	Update	0		11		
2013	D	Policy	UserRights	0		11		
169	D	Policy	VirtualizationBasedTechnology	0		11		
263	D	Policy	WebThreatDefense	0		11		
444	D	Policy	Wifi	0		11		
562	D	Policy	WindowsAI	0		11		
88	D	Policy	WindowsAutopilot	0		11		
138	D	Policy	WindowsConnectionManager	0		11		
1103	D	Policy	WindowsDefenderSecurityCenter	0		11		
157	D	Policy	WindowsInkWorkspace	0		11		
508	D	Policy	WindowsLogon	0		11		
89	D	Policy	WindowsPowerShell	0		11		
414	D	Policy	WindowsSandbox	0		11		
669	D	Policy	WirelessDisplay	0		11		
425	D	ProvisioningCommands		1	1		./Vendor/MSFT/ProvisioningCommands	
587	D	Proxy		1	1		./Vendor/MSFT/Proxy	
166	D	Reboot		0		1.0		
82	D	Registry		3	1		./Vendor/MSFT/Registry	
271	D	RemoteFind		1	1		./Vendor/MSFT/RemoteFind	
134	D	RemoteLock		0		1.0		
408	D	RemoteWipe		0		1.0		
498	D	Reporting		2	1	2.0	./Vendor/MSFT/Reporting	
15	D	Root		1	1			
1353	D	RootCATrustedCertificates		0		1.0		
377	D	SecureAssessment		0		1.0	./Vendor/MSFT/SecureAssessment	
974	D	SharedPC		0		1.0	./Vendor/MSFT/SharedPC	
38	D	Storage		1	1		./Vendor/MSFT/Storage	
1259	D	SUPL		0		1.0	./Vendor/MSFT/SUPL	
2342	D	SurfaceHub		5		1.0	./Vendor/MSFT/SurfaceHub	
69	D	TenantLockdown		1	1	1.0	./Vendor/MSFT/TenantLockdown	
63	D	TPMPolicy		1	1	1.0	./Vendor/MSFT/TPMPolicy	
472	D	Uefi		1	1	1.0	./Vendor/MSFT/Uefi	
1486	D	UnifiedWriteFilter		1	1		./Vendor/MSFT/UnifiedWriteFilter	
779	D	Update		1	1	1.1	./Vendor/MSFT/Update	
1584	D	VPN		3	1		./Vendor/MSFT/VPN	
4250	D	VPNv2		0		1.0		
284	D	WiFi		0		1.0		
264	D	Win32AppInventory		1	1		./Vendor/MSFT/Win32AppInventory	
820	D	Win32CompatibilityAppraiser		1	1	1.0		
433	D	WindowsAdvancedThreatProtection		2	1	1.2		
779	D	WindowsDefenderApplicationGuard		0		1.1		
921	D	WindowsLicensing		0		1.0	./Vendor/MSFT/WindowsLicensing	
114	D	WindowsSecurityAuditing		1	1	1.0	./Vendor/MSFT/WindowsSecurityAuditing	
102	D	WiredNetwork		0		1.0		
1019	U	ActiveSync		0		1.0		
1389	U	ClientCertificateInstall		0		1.0		
180	U	CloudDesktop		0		2.0		
144	U	DeclaredConfiguration		1		1.0		
656	U	DMClient		0		1.0		
314	U	DMSessionActions		1	1	1.1		
1326	U	EMAIL2		0		1.0		
425	U	EnrollmentStatusTracking		1	1	1.0		
391	U	EnterpriseDesktopAppManagement		0		1.0		
3388	U	EnterpriseModernAppManagement		0		1.0		
157	U	Messaging		1	1			
296	U	NodeCache		0		1.1		
173	U	Office		0		1.0		
633	U	PassportForWork		0		1.2		
360	U	PDE		0		1.0		
173	U	Policy		0				
458	U	Policy	ADMX_AddRemovePrograms	0		11		
99	U	Policy	ADMX_AppCompat	0		11		
139	U	Policy	ADMX_AppXRuntime	0		11		
264	U	Policy	ADMX_AttachmentManager	0		11		
74	U	Policy	ADMX_COM	0		11		
186	U	Policy	ADMX_ControlPanel	0		11		
1081	U	Policy	ADMX_ControlPanelDisplay	0		11		
184	U	Policy	ADMX_CtrlAltDel	0		11		
1203	U	Policy	ADMX_Desktop	0		11		
94	U	Policy	ADMX_DigitalLocker	0		11		
181	U	Policy	ADMX_DWM	0		11		
698	U	Policy	ADMX_EAIME	0		11		
582	U	Policy	ADMX_ErrorReporting	0		11		
175	U	Policy	ADMX_Explorer	0		11		
84	U	Policy	ADMX_FileRevocation	0		11		
273	U	Policy	ADMX_FolderRedirection	0		11		
102	U	Policy	ADMX_FramePanes	0		11		
747	U	Policy	ADMX_Globalization	0		11		
417	U	Policy	ADMX_GroupPolicy	0		11		
66	U	Policy	ADMX_Help	0		11		
157	U	Policy	ADMX_HelpAndSupport	0		11		
469	U	Policy	ADMX_ICM	0		11		
193	U	Policy	ADMX_Logon	0		11		
235	U	Policy	ADMX_MMC	0		11		
4182	U	Policy	ADMX_MMCSnapins	0		11		
87	U	Policy	ADMX_MobilePCMobilityCenter	0		11		
99	U	Policy	ADMX_MobilePCPresentationSettings	0		11		
132	U	Policy	ADMX_MSI	0		11		
986	U	Policy	ADMX_NetworkConnections	0		11		
740	U	Policy	ADMX_OfflineFiles	0		11		
70	U	Policy	ADMX_PenTraining	0		11		
73	U	Policy	ADMX_Power	0		11		
221	U	Policy	ADMX_PowerShellExecutionPolicy	0		11		
295	U	Policy	ADMX_PreviousVersions	0		11		
343	U	Policy	ADMX_Printing	0		11		
308	U	Policy	ADMX_Programs	0		11		
779	U	Policy	ADMX_RemovableStorage	0		11		
269	U	Policy	ADMX_Scripts	0		11		
155	U	Policy	ADMX_Sensors	0		11		
114	U	Policy	ADMX_SharedFolders	0		11		
66	U	Policy	ADMX_Sharing	0		11		
190	U	Policy	ADMX_ShellCommandPromptRegEditTools	0		11		
89	U	Policy	ADMX_SoundRec	0		11		
2777	U	Policy	ADMX_StartMenu	0		11		
331	U	Policy	ADMX_TabletPCInputPanel	0		11		
501	U	Policy	ADMX_TabletShell	0		11		
973	U	Policy	ADMX_Taskbar	0		11		
778	U	Policy	ADMX_TerminalServer	0		11		
180	U	Policy	ADMX_Thumbnails	0		11		
113	U	Policy	ADMX_TouchInput	0		11		
5773	U	Policy	ADMX_UserExperienceVirtualization	0		11		
64	U	Policy	ADMX_UserProfiles	0		11		
64	U	Policy	ADMX_WinCal	0		11		
99	U	Policy	ADMX_WindowsColorSystem	0		11		
78	U	Policy	ADMX_WindowsConnectNow	0		11		
3164	U	Policy	ADMX_WindowsExplorer	0		11		
708	U	Policy	ADMX_WindowsMediaPlayer	0		11		
116	U	Policy	ADMX_WindowsStore	0		11		
231	U	Policy	ADMX_WinLogon	0		11		
64	U	Policy	ADMX_WordWheel	0		11		
133	U	Policy	ADMX_WorkFoldersClient	0		11		
294	U	Policy	ADMX_WPN	0		11		
155	U	Policy	ApplicationManagement	0		11		
176	U	Policy	AttachmentManager	0		11		
74	U	Policy	Authentication	0		11		
170	U	Policy	Autoplay	0		11		
2991	U	Policy	Browser	0		11		
81	U	Policy	Connectivity	0		11		
72	U	Policy	CredentialsUI	0		11		
83	U	Policy	Desktop	0		11		
68	U	Policy	Display	0		11		
211	U	Policy	Education	0		11		
321	U	Policy	EnterpriseCloudPrint	0		11		
654	U	Policy	Experience	0		11		
270	U	Policy	FileExplorer	0		11		
17054	U	Policy	InternetExplorer	0		11		
349	U	Policy	KioskBrowser	0		11		
67	U	Policy	MixedReality	0		11		
81	U	Policy	Multitasking	0		11		
258	U	Policy	Notifications	0		11		
174	U	Policy	Printers	0		11		
76	U	Policy	Privacy	0		11		
72	U	Policy	RemoteDesktop	0		11		
162	U	Policy	RemoteDesktopServices	0		11		
88	U	Policy	Security	0		11		
119	U	Policy	Settings	0		11		
71	U	Policy	SpeakForMe	0		11		
797	U	Policy	Start	0		11		
133	U	Policy	Storage	0		11		
67	U	Policy	System	0		11		
104	U	Policy	TimeLanguageSettings	0		11		
475	U	Policy	WindowsAI	0		11		
89	U	Policy	WindowsPowerShell	0		11		
239	U	PrinterProvisioning		0		1.0		
37	U	RemoteRing		1	1			
1353	U	RootCATrustedCertificates		0		1.0		
4214	U	VPNv2		0		1.0		
284	U	WiFi		0		1.0		
102	U	WiredNetwork		0		1.0		
923	O	DevDetail		0		1.0		
139	O	DevInfo		0		1.0		
1254	O	DMAcc		0		1.0		./SyncML/DMAcc
AccountManagement	node G 1P	a0
 UserProfileManagement	node G 1P
  EnableProfileManager	bool ADGR ?D	m	=false	vefalse|true
  DeletionPolicy	int ADGR ?D	m	=1	ve0|1|2
  StorageCapacityStartDeletion	int ADGR ?D	m	=25
  StorageCapacityStopDeletion	int ADGR ?D	m	=50
  ProfileInactivityThreshold	int ADGR ?D	m	=30
Accounts	node G 1P	m0
 Domain	node - 1P
  ComputerName	chr A 1D i
 Users	node - 1P
  {UserName}	node - 1D
   Password	chr A 1D
   LocalUserGroup	int A 1D	=1
ActiveSync	node G 1P	m1
 Accounts	node G 1P
  {Account GUID}	node ADGR *D
   EmailAddress	chr ADGR 1D
   Domain	chr ADGR 1D
   AccountIcon	chr ADGR 1D
   AccountType	chr ADGR 1D
   AccountName	chr ADGR 1D
   Password	chr ADGR 1D
   ServerName	chr ADGR 1D
   UserName	chr ADGR 1D
   Options	node ADGR 1D
    CalendarAgeFilter	chr ADGR 1D
    Logging	chr ADGR 1D
    MailBodyType	chr ADGR 1D
    MailHTMLTruncation	chr ADGR 1D
    MailPlainTextTruncation	chr ADGR 1D
    Schedule	chr ADGR 1D
    UseSSL	chr ADGR 1D
    MailAgeFilter	chr ADGR 1D
    ContentTypes	node ADGR 1D
     {Content Type GUID}	node ADGR N1D
      Enabled	chr ADGR 1D
      Name	chr ADGR 1D
   Policies	node ADGR 1D
    MailBodyType	chr ADGR 1D
    MaxMailAgeFilter	chr ADGR 1D
AllJoynManagement	node G 1P
 Configurations	node G 1P
  {ServiceID}	node G *D
   Port	node G 1D
    {PortNum}	node G 1D
     ConfigurableObjects	node G 1D
      {CfgObjectPath}	b64 G +D	m
 Credentials	node G 1P
  {ServiceID}	node G *D i
   Key	chr GR 1D s
 Firewall	node G 1P
  PublicProfile	bool GR 1P
  PrivateProfile	bool G 1P
 Services	node G 1D
  {ServiceID}	node G *D
   AppId	chr G 1D
   DeviceId	chr G 1D
   AppName	chr G 1D
   Manufacturer	chr G 1D
   ModelNumber	chr G 1D
   Description	chr G 1D
   SoftwareVersion	chr G 1D
   AJSoftwareVersion	chr G 1D
   {HardwareVersion}	chr G ?D
 Options	node G 1P
  QueryIdleTime	int G 1P	=3000
ApplicationControl	node G 1P	a1
 Policies	node G 1P
  {Policy GUID}	node G *D u
   Policy	b64 ADGR 1D	m	vn
   PolicyInfo	node G 1D
    Version	chr G 1D	m
    IsBasePolicy	bool G 1D	m
    IsSystemPolicy	bool G 1D	m
    IsEffective	bool G 1D	m
    IsDeployed	bool G 1D	m
    IsAuthorized	bool G 1D	m
    Status	int G 1D	m
    FriendlyName	chr G 1D	m
    BasePolicyId	chr G 1D	m
    PolicyOptions	chr G 1D	m
   Token	node G 1D r
    {TokenID}	chr G +D r
 Tokens	node G 1P
  {ID}	node G *D u
   Token	b64 ADGR 1D	m	vn
   TokenInfo	node G 1D
    Status	int G 1D	m
    Type	int G 1D	m
   PolicyIDs	node G 1D r
    {Policy GUID}	chr G +D r
 TenantID	chr G 1P r
 DeviceID	chr G 1P r
AppLocker	node G 1P	a2
 ApplicationLaunchRestrictions	node G 1P i
  {Grouping}	node ADGR *D g	vn
   EXE	node ADGR ?D
    Policy	chr ADGR ?D A	m	vx
    EnforcementMode	chr ADGR ?D	m
    NonInteractiveProcessEnforcement	chr ADGR ?D	m
   MSI	node ADGR ?D
    Policy	chr ADGR ?D A	m	vx
    EnforcementMode	chr ADGR ?D	m
   Script	node ADGR ?D
    Policy	chr ADGR ?D A	m	vx
    EnforcementMode	chr ADGR ?D	m
   StoreApps	node ADGR ?D
    Policy	chr ADGR ?D A	m	vx
    EnforcementMode	chr ADGR ?D	m
   DLL	node ADGR ?D
    Policy	chr ADGR ?D A	m	vx
    EnforcementMode	chr ADGR ?D	m
    NonInteractiveProcessEnforcement	chr ADGR 1D	m
   CodeIntegrity	node ADGR ?D
    Policy	b64 ADGR ?D A	m	vn
 EnterpriseDataProtection	node G 1P
  {Grouping}	node ADGR *D g	vn
   EXE	node ADGR ?D
    Policy	chr ADGR ?D A	m	vx
   StoreApps	node ADGR ?D
    Policy	chr ADGR ?D A	m	vx
 LaunchControl	node G 1P
  {Grouping}	node ADGR *D g	vn
   EXE	node ADGR ?D
    Policy	chr GR 1D A	m	vx
    EnforcementMode	chr GR 1D	m
   StoreApps	node ADGR ?D
    Policy	chr GR 1D A	m	vx
    EnforcementMode	chr GR 1D	m
 FamilySafety	node G 1P
  {Grouping}	node ADGR *D g	vn
   EXE	node ADGR ?D
    Policy	chr ADGR ?D A	m	vx
    EnforcementMode	chr ADGR ?D	m
   StoreApps	node ADGR ?D
    Policy	chr ADGR ?D A	m	vx
    EnforcementMode	chr ADGR ?D	m
AssignedAccess	node G 1P	a3
 KioskModeApp	chr ADGR 1D di	m	vn
 Configuration	chr ADGR 1D i	a4	m	vn
 Status	chr G 1P i	a5	m
 ShellLauncher	chr ADGR 1D i	a6	m	vn
 StatusConfiguration	chr ADGR 1D i	a5	m	vn
BitLocker	node G 1P	a7
 RequireStorageCardEncryption	int ADGR ?D d	m	=0	ve0|1
 RequireDeviceEncryption	int ADGR ?D	m	=0	ve0|1
 EncryptionMethodByDriveType	chr ADGR ?D	m	va
 SystemDrivesRequireStartupAuthentication	chr ADGR ?D	m	va
 SystemDrivesMinimumPINLength	chr ADGR ?D	m	va
 SystemDrivesRecoveryMessage	chr ADGR ?D	m	va
 SystemDrivesRecoveryOptions	chr ADGR ?D	m	va
 FixedDrivesRecoveryOptions	chr ADGR ?D	m	va
 FixedDrivesRequireEncryption	chr ADGR ?D	m	va
 RemovableDrivesRequireEncryption	chr ADGR ?D	m	va
 RemovableDrivesExcludedFromEncryption	chr ADGR ?D i3	a8	m	vn	l,
 AllowWarningForOtherDiskEncryption	int ADGR ?D	m	=1	ve0|1
 AllowStandardUserEncryption	int ADGR ?D	a9	m	=0	ve0|1
 ConfigureRecoveryPasswordRotation	int ADGR ?D	a10	m	=0	ve0|1|2
 RotateRecoveryPasswords	chr E 1P	a10	m
 Status	node G 1P	a11
  DeviceEncryptionStatus	int G 1P	a12	m
  RotateRecoveryPasswordsStatus	int G 1P	a10	m
  RotateRecoveryPasswordsRequestID	chr G 1P	a10	m
  RemovableDrivesEncryptionStatus	int G 1P	a13	m
 IdentificationField	chr ADGR ?D 3	a13	m	va
 FixedDrivesEncryptionType	chr ADGR ?D 3	a13	m	va
 SystemDrivesEnhancedPIN	chr ADGR ?D 3	a13	m	va
 SystemDrivesDisallowStandardUsersCanChangePIN	chr ADGR ?D 3	a13	m	va
 SystemDrivesEnablePrebootInputProtectorsOnSlates	chr ADGR ?D 3	a13	m	va
 SystemDrivesEncryptionType	chr ADGR ?D 3	a13	m	va
 SystemDrivesEnablePreBootPinExceptionOnDECapableDevice	chr ADGR ?D 3	a13	m	va
 RemovableDrivesConfigureBDE	chr ADGR ?D 3	a13	m	va
 RemovableDrivesEncryptionType	chr ADGR ?D 3	a13	m	va
CertificateStore	node ADG 1P	a14
 ROOT	node G 1P
  {CertHash}	node DG *D u
   EncodedCertificate	b64 AGR 1D	m	vn
   IssuedBy	chr G 1D	m
   IssuedTo	chr G 1D	m
   ValidFrom	chr G 1D	m
   ValidTo	chr G 1D	m
   TemplateName	chr G 1D	m
  System	node G 1P
   {CertHash}	node DG *D u
    EncodedCertificate	b64 AGR 1D	m	vn
    IssuedBy	chr G 1D	m
    IssuedTo	chr G 1D	m
    ValidFrom	chr G 1D	m
    ValidTo	chr G 1D	m
    TemplateName	chr G 1D	m
 MY	node G 1P
  User	node G 1P
   {CertHash}	node DG *D u
    EncodedCertificate	b64 AGR 1D	m	vn
    IssuedBy	chr G 1D	m
    IssuedTo	chr G 1D	m
    ValidFrom	chr G 1D	m
    ValidTo	chr G 1D	m
    TemplateName	chr G 1D	m
  SCEP	node G 1P d	x10.0.22000
   {UniqueID}	node ADG *D
    Install	node G 1D
     ServerURL	chr AG ?D	m
     Challenge	chr AG ?D	m
     EKUMapping	chr AG ?D	m
     KeyUsage	int AG 1D	m
     SubjectName	chr AG 1D	m
     KeyProtection	int AG ?D	m
     RetryDelay	int AG ?D	m
     RetryCount	int AG ?D	m
     TemplateName	chr AG ?D	m
     KeyLength	chr AG ?D	m
     HashAlgrithm	chr AG 1D	m
     CAThumbPrint	chr AG 1D	m
     SubjectAlternativeNames	chr AG ?D	m
     ValidPeriod	chr G ?D	m
     ValidPeriodUnit	chr AG ?D	m
     Enroll	null E 1D	m
    CertThumbPrint	chr G ?D	m
    Status	int G 1D	m
    ErrorCode	int G 1D	m
  WSTEP	node G ?D
   CertThumprint	chr G 1D	m
   Renew	node G 1P a
    RenewPeriod	int ADGR ?D	m	=42	vr1..1000
    ServerURL	chr ADGR ?D	m	vn
    RetryInterval	int ADGR ?D	m	=7	vr1..1000
    ROBOSupport	bool ADGR ?D	m	=true	vetrue|false
    Status	int G 1D	m
    ErrorCode	int G 1D	m
    LastRenewalAttemptTime	time G 1D	a15	m
    RenewNow	null E 1D	a15	m
    RetryAfterExpiryInterval	time AGR 1D	a16	m	vn
 CA	node G 1P
  {CertHash}	node DG *D u
   EncodedCertificate	b64 AGR 1D	m
   IssuedBy	chr G 1D	m
   IssuedTo	chr G 1D	m
   ValidFrom	chr G 1D	m
   ValidTo	chr G 1D	m
   TemplateName	chr G 1D	m
  System	node G 1P
   {CertHash}	node DG *D u
    EncodedCertificate	b64 AGR 1D	m
    IssuedBy	chr G 1D	m
    IssuedTo	chr G 1D	m
    ValidFrom	chr G 1D	m
    ValidTo	chr G 1D	m
    TemplateName	chr G 1D	m
CleanPC	node G 1P	m2
 CleanPCWithoutRetainingUserData	int E 1P
 CleanPCRetainingUserData	int E 1P
ClientCertificateInstall	node G 1P	a14
 PFXCertInstall	node G 1P
  {UniqueID}	node ADGR *D ag
   KeyLocation	int AGR 1D	m	ve1|2|3|4
   ContainerName	chr AGR ?D	m	vn
   PFXCertBlob	bin AGR 1D	m	vn
   PFXCertPassword	chr AGR ?D	m	vn
   PFXCertPasswordEncryptionType	int AGR ?D	m	=0	ve0|1|2
   PFXKeyExportable	bool AGR ?D	m	=true	vefalse|true
   Thumbprint	chr G 1D	m
   Status	int G 1D	m
   PFXCertPasswordEncryptionStore	chr AGR ?D	m	vn
 SCEP	node G 1P
  {UniqueID}	node ADGR *D ag
   Install	node ADGR 1D
    ServerURL	chr ADGR 1D	m	vn
    Challenge	chr ADGR 1D	m	vn
    EKUMapping	chr ADGR 1D	m	vn
    KeyUsage	int ADGR 1D	m	vn
    AttestPrivateKey	int AG 1D	a17	m	vn
    SubjectName	chr ADGR 1D	m	vn
    KeyProtection	int ADGR ?D	m	=3	ve1|2|3|4
    RetryDelay	int ADGR ?D	m	=5	vr0..4294967295
    RetryCount	int ADGR ?D	m	=3	vr0..30
    TemplateName	chr ADGR ?D	m	vn
    KeyLength	int ADGR 1D	m	ve1024|2048|4096
    HashAlgorithm	chr ADGR 1D	m	vn
    CAThumbprint	chr ADGR 1D	m	vn
    SubjectAlternativeNames	chr ADGR ?D	m	vn
    ValidPeriod	chr ADGR ?D	m	=Days	veDays|Months|Years
    ValidPeriodUnits	int ADGR ?D	m	=0	vn
    ContainerName	chr ADGR ?D	m	vn
    CustomTextToShowInPrompt	chr ADGR ?D	m	vn
    Enroll	null E 1D	m
    AADKeyIdentifierList	chr ADGR ?D	a16	m	vn
   CertThumbprint	chr G ?D	m
   Status	int G 1D	m
   ErrorCode	int G ?D	m
   RespondentServerUrl	chr G 1D	m
CloudDesktop	node G 1P	a18
 BootToCloudPCEnhanced	int ADGR 1D	a19	m	=0	ve0|1|2
 EnableBootToCloudSharedPCMode	bool ADGR 1D d	a20	m	=false	vefalse|true
CM_ProxyEntries	node G 1P
 {Entry}	node ADGR *D s
  ConnectionName	chr ADGR ?D i
  BypassLocal	chr ADGR ?D i
  Enable	chr ADGR ?D i
  Exception	chr ADGR ?D i
  Password	chr ADGR ?D s
  Port	chr ADGR ?D i
  Server	chr ADGR ?D i
  Type	chr ADGR ?D i
  Username	chr ADGR ?D s
CMPolicy	node G 1P	m3
 {PolicyName}	node ADG *D i
  SID	chr ADGR ?D i
  ClientType	chr ADGR ?D i
  Host	chr ADGR ?D i
  OrderedConnections	chr ADGR ?D i
  Connections	node G 1P s
   {ConnXXX}	node ADG *D i
    ConnectionID	chr ADGR ?D i
    Type	chr ADGR ?D i
CMPolicyEnterprise	node G 1P	m4
 {PolicyName}	node ADG *D i
  SID	chr ADGR ?D i
  ClientType	chr ADGR ?D i
  Host	chr ADGR ?D i
  OrderedConnections	chr ADGR ?D i
  Connections	node G 1P s
   {ConnXXX}	node ADG *D i
    ConnectionID	chr ADGR ?D i
    Type	chr ADGR ?D i
CustomDeviceUI	node G 1P	m5
 StartupAppID	chr GR 1P i
 BackgroundTasksToLaunch	node G 1P i
  {BackgroundTaskPackageName}	chr ADGR *D i
DeclaredConfiguration	node G 1P	a21
 Host	node ADG 1D
  Complete	node ADG 1D
   Documents	node ADG 1D
    {DocID}	node ADG 1D g	vp[0-9A-Fa-f]{8}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{12}
     Document	chr ADGR 1D	m	vn
     Properties	node ADG 1D
      Abandoned	int ADGR 1D	m	=0	ve0|1
   Results	node G 1P
    {DocID}	node G 1D c
     Document	chr G 1D	m
  Inventory	node ADG 1D
   Documents	node ADG 1D
    {DocID}	node ADG 1D g	vp[0-9A-Fa-f]{8}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{12}
     Document	chr ADGR 1D	m	vn
   Results	node G 1P
    {DocID}	node G 1D c
     Document	chr G 1D	m
 ManagementServiceConfiguration	node G 1D
  ConflictResolution	int ADGR 1D	m	ve0|1
 Config	node ADG 1D r
  State	node ADG 1D r
   {[doc id]}	chr ADGR *D r
  Result	node G 1P r
   {[doc id]}	chr G *P r
Defender	node G 1P	a22
 Detections	node G 1D
  {ThreatId}	node G *D c
   Name	chr G 1D	m
   URL	chr G 1D	m
   Severity	int G 1D	m
   Category	int G 1D	m
   CurrentStatus	int G 1D	m
   ExecutionStatus	int G 1D	m
   InitialDetectionTime	chr G 1D	m
   LastThreatStatusChangeTime	chr G 1D	m
   NumberOfDetections	int G 1D	m
 Health	node G 1D
  DeviceControl	chr G 1D	m
   State	int G 1D	a23	m
  ProductStatus	int G 1D	a24	m
  ComputerState	int G 1D	m
  DefenderEnabled	bool G 1D	m
  RtpEnabled	bool G 1D	m
  NisEnabled	bool G 1D	m
  QuickScanOverdue	bool G 1D	m
  FullScanOverdue	bool G 1D	m
  SignatureOutOfDate	bool G 1D	m
  RebootRequired	bool G 1D	m
  FullScanRequired	bool G 1D	m
  EngineVersion	chr G 1D	m
  SignatureVersion	chr G 1D	m
  DefenderVersion	chr G 1D	m
  QuickScanTime	chr G 1D	m
  FullScanTime	chr G 1D	m
  QuickScanSigVersion	chr G 1D	m
  FullScanSigVersion	chr G 1D	m
  TamperProtectionEnabled	bool G 1D	a25	m
  IsVirtualMachine	bool G 1D	a25	m
 Configuration	node G 1P	a25
  DeviceControl	node G 1D	a23
   PolicyGroups	node G 1D
    {GroupId}	node ADGR *D
     GroupData	chr ADGR 1D	m
   PolicyRules	node G 1D
    {RuleId}	node ADGR *D
     RuleData	chr ADGR 1D	m
  TamperProtection	chr ADGR 1D	m	=0	vn
  EnableFileHashComputation	int ADGR 1D	m	=0	ve0|1
  MeteredConnectionUpdates	int ADGR 1D	a26	m	=0	ve1|0
  SupportLogLocation	chr ADGR 1D	a27	m	vn
  ExcludedIpAddresses	chr ADGR 1D	a27	m	vp^(25[0-5]\p2[0-4][0-9]\p[01]?[0-9][0-9]?)\\.(25[0-5]\p2[0-4][0-9]\p[01]?[0-9][0-9]?)\\.(25[0-5]\p2[0-4][0-9]\p[01]?[0-9][0-9]?)\\.(25[0-5]\p2[0-4][0-9]\p[01]?[0-9][0-9]?)$\p^(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}$\p^(?:[0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}$\p^(?:[0-9a-fA-F]{1,4}:){1,5}(?::[0-9a-fA-F]{1,4}){1,2}$\p^(?:[0-9a-fA-F]{1,4}:){1,4}(?::[0-9a-fA-F]{1,4}){1,3}$\p^(?:[0-9a-fA-F]{1,4}:){1,3}(?::[0-9a-fA-F]{1,4}){1,4}$\p^(?:[0-9a-fA-F]{1,4}:){1,2}(?::[0-9a-fA-F]{1,4}){1,5}$\p^[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){1,6}$\p^::1$\p^::$	l\p
  AllowNetworkProtectionOnWinServer	int ADGR 1D	a28	m	=1	ve1|0
  DisableCpuThrottleOnIdleScans	int ADGR 1D	a27	m	=1	ve1|0
  DisableLocalAdminMerge	int ADGR 1D	a27	m	=0	ve1|0
  SchedulerRandomizationTime	int ADGR 1D	a27	m	=4	vr1..23
  DisableTlsParsing	int ADGR 1D	a27	m	=0	ve1|0
  DisableFtpParsing	int ADGR 1D	a27	m	=0	ve1|0
  DisableHttpParsing	int ADGR 1D	a27	m	=0	ve1|0
  DisableDnsParsing	int ADGR 1D	a27	m	=0	ve1|0
  DisableDnsOverTcpParsing	int ADGR 1D	a27	m	=0	ve1|0
  DisableSshParsing	int ADGR 1D	a27	m	=0	ve1|0
  PlatformUpdatesChannel	int ADGR 1D	a27	m	=0	ve0|2|3|4|5|6
  EngineUpdatesChannel	int ADGR 1D	a27	m	=0	ve0|2|3|4|5|6
  SecurityIntelligenceUpdatesChannel	int ADGR 1D	a27	m	=0	ve0|4|5
  DisableGradualRelease	int ADGR 1D	a27	m	=0	ve1|0
  AllowNetworkProtectionDownLevel	int ADGR 1D	a27	m	=0	ve1|0
  EnableDnsSinkhole	int ADGR 1D d	a27	m	=1	ve0|1	x10.0.14393
  DisableInboundConnectionFiltering	int ADGR 1D	a27	m	=0	ve1|0
  DisableRdpParsing	int ADGR 1D	a27	m	=0	ve1|0
  AllowDatagramProcessingOnWinServer	int ADGR 1D	a27	m	=0	ve1|0
  DisableDatagramProcessing	int ADGR 1D	a28	m	=0	ve1|0
  EnableConvertWarnToBlock	int ADGR 1D	a28	m	=0	ve1|0
  DisableNetworkProtectionPerfTelemetry	int ADGR 1D	a27	m	=0	ve1|0
  HideExclusionsFromLocalAdmins	int ADGR 1D	a23	m	=0	ve1|0
  HideExclusionsFromLocalUsers	int ADGR 1D	a23	m	=0	ve1|0
  OobeEnableRtpAndSigUpdate	int ADGR 1D	a27	m	=0	ve1|0
  PerformanceModeStatus	int ADGR 1D	a29	m	=0	ve0|1
  QuickScanIncludeExclusions	int ADGR 1D	a27	m	=0	ve0|1
  SecurityIntelligenceLocationUpdateAtScheduledTimeOnly	int ADGR 1D	a25	m	=0	ve1|0
  ScheduleSecurityIntelligenceUpdateTime	int ADGR 1D	a27	m	=105	vr0..1439
  ScheduleSecurityIntelligenceUpdateDay	int ADGR 1D	a27	m	=8	ve0|1|2|3|4|5|6|7|8
  ThrottleForScheduledScanOnly	int ADGR 1D	a27	m	=1	ve1|0
  DaysUntilAggressiveCatchupQuickScan	int ADGR 1D	a27	m	=30	vr7..60
  ASROnlyPerRuleExclusions	chr ADGR 1D	a28	m	vn
  DataDuplicationDirectory	chr ADGR 1D	a23	m	vn
  DataDuplicationRemoteLocation	chr ADGR 1D	a23	m	vn
  SecuredDevicesConfiguration	chr ADGR 1D	a23	m	veRemovableMediaDevices|CdRomDevices|WpdDevices|PrinterDevices	l\p
  DataDuplicationMaximumQuota	int ADGR 1D	a23	m	=500	vr5..5000
  DataDuplicationLocalRetentionPeriod	int ADGR 1D	a23	m	=60	vr1..120
  DeviceControlEnabled	int ADGR 1D	a23	m	=0	ve1|0
  DefaultEnforcement	int ADGR 1D	a23	m	=1	ve1|2
  PassiveRemediation	int ADGR 1D	a27	m	=0x0	vf0x0|0x1|0x2|0x4
  DisableCoreServiceECSIntegration	int ADGR 1D	a27	m	=0x0	vf0x0|0x1
  DisableCoreServiceTelemetry	int ADGR 1D	a27	m	=0x0	vf0x0|0x1
  IntelTDTEnabled	int ADGR 1D	a30	m	=0	ve0|1|2
  DisableSmtpParsing	int ADGR 1D	a27	m	=0	ve1|0
  DisableQuicParsing	int ADGR 1D	a27	m	=0	ve1|0
  NetworkProtectionReputationMode	int ADGR 1D	a27	m	=0	ve0|1
  EnableUdpSegmentationOffload	int ADGR 1D	a27	m	=0	ve0|1
  EnableUdpReceiveOffload	int ADGR 1D	a27	m	=0	ve0|1
  AllowSwitchToAsyncInspection	int ADGR 1D	a28	m	=0	ve1|0
  RandomizeScheduleTaskTimes	int ADGR 1D	a27	m	=1	ve1|0
  ArchiveMaxSize	int ADGR 1D	a27	m	=0	vr0..4294967295
  ArchiveMaxDepth	int ADGR 1D	a27	m	=0	vr0..4294967295
  ScanOnlyIfIdleEnabled	int ADGR 1D	a27	m	=1	ve1|0
  DisableCacheMaintenance	int ADGR 1D	a23	m	=0	ve1|0
  BehavioralNetworkBlocks	node G 1D	a27
   RemoteEncryptionProtection	node G 1D
    RemoteEncryptionProtectionConfiguredState	int ADGR 1D	a27	m	=0	ve0|1|2|4
    RemoteEncryptionProtectionMaxBlockTime	int ADGR 1D	a27	m	=0	vr0..4294967295
    RemoteEncryptionProtectionAggressiveness	int ADGR 1D	a27	m	=0	ve0|1|2
    RemoteEncryptionProtectionExclusions	int ADGR 1D	a27	m	=0	vn	l\p
   BruteForceProtection	node G 1D
    BruteForceProtectionConfiguredState	int ADGR 1D	a27	m	=0	ve0|1|2|4
    BruteForceProtectionMaxBlockTime	int ADGR 1D	a27	m	=0	vr0..4294967295
    BruteForceProtectionAggressiveness	int ADGR 1D	a27	m	=0	ve0|1|2
    BruteForceProtectionPlugins	node G 1D
     BruteForceProtectionLocalNetworkBlocking	int ADGR 1D	a28	m	=0	ve0|1
     BruteForceProtectionSkipLearningPeriod	int ADGR 1D	a28	m	=0	ve0|1
    BruteForceProtectionExclusions	chr ADGR 1D	a27	m	vn	l\p
 Scan	chr EG 1P	m	ve1|2
 UpdateSignature	chr EG 1P	m
 OfflineScan	chr EG 1P S	a31	m
 RollbackPlatform	chr EG 1P S	a31	m
 RollbackEngine	chr EG 1P S	a31	m
DeveloperSetup	node G 1P
 EnableDeveloperMode	bool R 1P i	=False
 DevicePortal	node G 1P
  Authentication	node G 1P i
   Mode	int R 1P i
   BasicAuth	node G 1P i
    Username	chr R 1D i
    Password	chr R 1D i
  Connection	node G 1P
   HttpPort	int R 1P
   HttpsPort	int R 1P
DeviceLock	node G 1P
 Provider	node G 1P
  {*}	node ADG ?D
   DevicePasswordEnabled	int AGR ?D	=1
   AllowSimpleDevicePassword	int AGR ?D	=1
   MinDevicePasswordLength	int AGR ?D	=4
   AlphanumericDevicePasswordRequired	int AGR ?D	=2
   DevicePasswordExpiration	int AGR ?D	=0
   DevicePasswordHistory	int AGR ?D	=0
   MaxDevicePasswordFailedAttempts	int AGR ?D	=0
   MaxInactivityTimeDeviceLock	int AGR ?D	=0
   MinDevicePasswordComplexCharacters	int AGR ?D	=1
 DeviceValue	node G 1P
  DevicePasswordEnabled	int G ?P
  AllowSimpleDevicePassword	int G ?P
  MinDevicePasswordLength	int G ?P
  AlphanumericDevicePasswordRequired	int G ?P
  DevicePasswordExpiration	int G ?P
  DevicePasswordHistory	int G ?P
  MaxDevicePasswordFailedAttempts	int G ?P
  MaxInactivityTimeDeviceLock	int G ?P
  MinDevicePasswordComplexCharacters	int G ?P
DeviceManageability	node ADG 1P	a32
 Capabilities	node G 1P
  CSPVersions	xml G 1P	m
 Provider	node G 1P	a31
  {ProviderID}	node ADG 1D u
   ConfigInfo	chr ADGR 1D	m	vn
   PayloadTransfer	chr ADGR 1D	a33	m	vn
   EnrollmentInfo	chr ADGR 1D	m	vn
DevicePreparation	node G 1P	a34
 PageEnabled	bool GR 1P	m	=false	vefalse|true
 PageStatus	int GR 1P	m	ve0|1|2|3|4
 PageErrorPhase	int G 1P	m	ve0|1|2
 PageErrorCode	int G 1P	m
 PageErrorDetails	chr G 1P	m
 PageSettings	chr GR 1P	m	vj
 BootstrapperAgent	node G 1P
  ExecutionContext	chr GR 1P	m
 MDMProvider	node G 1P
  Progress	chr ADGR 1P	m
  MdmAgentInstalled	bool GR 1P	m	=False	vefalse|true
  RebootRequired	bool G 1P	m	=False	vefalse|true
DeviceStatus	node G 1P	a14
 SecureBootState	int G 1P	m
 CellularIdentities	node G 1P
  {IMEI}	node G *D c
   IMSI	chr G 1D	m
   ICCID	chr G 1D	m
   PhoneNumber	chr G 1D	m
   CommercializationOperator	chr G 1D	m
   RoamingStatus	bool G 1D	m
   RoamingCompliance	bool G 1D	m
 NetworkIdentifiers	node G 1P
  {MacAddress}	node G *D c
   IPAddressV4	chr G 1D	m
   IPAddressV6	chr G 1D	m
   IsConnected	bool G 1D	m
   Type	int G 1D	m
 Compliance	node G 1P
  EncryptionCompliance	bool G 1P	a35	m
 TPM	node G 1P	a36
  SpecificationVersion	chr G 1P	m	=Not available
  ManufacturerId	chr G 1P	a37	m	=Not available
  ManufacturerIdTxt	chr G 1P	a37	m	=Not available
  ManufacturerVersion	chr G 1P	a37	m	=Not available
 OS	node G 1P	a36
  Edition	chr G 1P	m	=Not available
  Mode	int G 1P	a38	m	=Not available
 Antivirus	node G 1P	a36
  SignatureStatus	int G 1P	m	=1
  Status	int G 1P	m	=3
 Antispyware	node G 1P	a36
  SignatureStatus	int G 1P	m	=1
  Status	int G 1P	m	=3
 Firewall	node G 1P	a36
  Status	int G 1P	m	=3
 UAC	node G 1P	a36
  Status	int G 1P	m
 Battery	node G 1P	a36
  Status	int G 1P	m	=0
  EstimatedChargeRemaining	int G 1P	m	=0
  EstimatedRuntime	int G 1P	m	=0
 DomainName	chr G 1P	a39	m
 DeviceGuard	node G 1P	a39
  VirtualizationBasedSecurityHwReq	int G 1P	m
  VirtualizationBasedSecurityStatus	int G 1P	m
  LsaCfgCredGuardStatus	int G 1P	m
  HypervisorEnforcedCodeIntegrityStatus	int G 1P	a40	m
  SystemGuardStatus	int G 1P	a40	m
 DMA	node G 1P	a40
  BootDMAProtectionStatus	int G 1P	m
 CertAttestation	node G 1P	a41
  MDMClientCertAttestation	chr G 1P	m
DeviceUpdate	node G 1P
 UserInstallableContent	node G 1P
  {Feature Group}	node G *D
   {Partition to Install}	node G +D
    {Feature ID}	node G +D
     InstallRequested	bool G 1D
 PackageInfo	node G 1P
  {Partition}	node G +D
   Packages	node G 1D
    Equals	node G 1D
     {PackageName}	node G +D
      PackageVersion	chr G 1D
    MatchPackageName	node G 1D
     {MatchesName}	bool G 1D
 ActiveSession	node G 1P
  Type	chr G 1P
 MOReport	node G 1P
  Enable	int GR 1P	=0
  MOReportServerId	chr GR 1P
  AlertType	chr GR 1P
  AlertSource	chr GR 1P
  AlertDataType	int GR 1P
  AlertData	chr GR 1P
  PreUpdateValue	node G 1P
   {ListPaths}	null ADG 1D
 Information	node G 1P
  LastSucceededUpdateTime	time G 1P	=0
DeviceUpdateCenter	node G 1P	m6
 Enrollment	node ADGR 1D i	m7
  PublisherId	chr AGR 1D i
  DeviceModelId	chr AGR 1D i
  OemPartnerRing	chr AGR 1D i
  CustomPackageId	chr AGR 1D i
DiagnosticLog	node G 1P	a42
 EtwLog	node G 1P
  Collectors	node G 1P
   {CollectorName}	node ADG *D g
    TraceStatus	int G 1D	m
    TraceLogFileMode	int GR 1D	m	=1	ve1|2
    TraceControl	chr EG 1D	m	veSTART|STOP
    LogFileSizeLimitMB	int GR 1D	m	=4	vr1..2048
    Providers	node G 1D
     {ProviderGuid}	node ADG *D u
      Keywords	chr GR 1D	m	="0"	vn
      TraceLevel	int GR 1D	m	=5	ve1|2|3|4|5
      State	bool GR 1D	m	=true	vetrue|false
  Channels	node G 1P
   {ChannelName}	node ADG *D u
    Export	null EG 1D	m
    State	bool GR 1D	m	vetrue|false
    Filter	chr GR 1D	m	=""	vn
 DeviceStateData	node G 1P
  MdmConfiguration	chr EG 1P	a27	m
 FileDownload	node G 1P
  DMChannel	node G 1P
   {FileContext}	node G *D u
    BlockSizeKB	int GR 1D	m	=4	vr1..16
    BlockCount	int G 1D	m
    BlockIndexToRead	int GR 1D	m	vn
    BlockData	b64 G 1D	m
    DataBlocks	node G 1D
     {BlockNumber}	b64 G *D c	m
 Policy	node G 1P i	a43
  Channels	node G 1P
   {ChannelName}	node ADG *D u
    MaximumFileSize	int ADGR ?D	m	=1	vr1..2000000
    SDDL	chr ADGR ?D s	m	vn
    ActionWhenFull	chr ADGR ?D i	m	veTruncate|Overwrite|Archive
    Enabled	bool ADGR ?D	m	vetrue|false
 DiagnosticArchive	node G 1P	a43
  ArchiveDefinition	chr EGR 1P	m	vn
  ArchiveResults	chr G 1P i	m
DMClient	node G 1P	a44
 Provider	node G 1P
  {ProviderID}	node ADG ?D g	vn
   EntDeviceName	chr ADGR ?D	m	vn
   ExchangeID	chr ADGR ?D	m	vn
   EntDMID	chr ADGR ?D	m	vn
   SignedEntDMID	chr ADGR ?D	m	vn
   CertRenewTimeStamp	chr ADGR ?D	m	vn
   PublisherDeviceID	chr ADGR ?D	m	vn
   ManagementServiceAddress	chr GR ?D	m	vn
   UPN	chr AGR ?D	m	vn
   HelpPhoneNumber	chr ADGR ?D	m	vn
   HelpWebsite	chr ADGR ?D	m	vn
   HelpEmailAddress	chr ADGR ?D	m	vn
   RequireMessageSigning	bool ADGR ?D	m	=false	vefalse|true
   SyncApplicationVersion	chr ADGR ?D	m	=1.0	vp^(\\d\\.)?(\\d)$
   MaxSyncApplicationVersion	chr G ?D	m
   Unenroll	null EG 1P	m
   AADResourceID	chr AGR ?D	m	vn
   AADDeviceID	chr G ?D	a45	m
   EnrollmentType	chr G ?D	a45	m
   EnableOmaDmKeepAliveMessage	bool GR ?D	a46	m	=false	vefalse|true
   HWDevID	chr G ?D	a45	m
   ManagementServerAddressList	chr GR ?D	a45	m	vn
   CommercialID	chr ADGR ?D	a45	m	vn
   ManagementServerToUpgradeTo	chr ADGR ?D	a47	m	vn
   NumberOfDaysAfterLostContactToUnenroll	int ADGR ?D	a48	m	vn
   AADSendDeviceToken	bool ADGR ?D	a49	m	vefalse|true
   ForceAadToken	bool ADGR ?D	a50	m	ve0|1|2|4|8
   Push	node ADG ?D
    PFN	chr ADGR 1D	m	vn
    ChannelURI	chr G 1D	m
    Status	int G 1D	m
   Poll	node ADG ?D
    IntervalForFirstSetOfRetries	int ADGR ?D	m	vn
    NumberOfFirstRetries	int ADGR ?D	m	vn
    IntervalForSecondSetOfRetries	int ADGR ?D	m	vn
    NumberOfSecondRetries	int ADGR ?D	m	vn
    IntervalForRemainingScheduledRetries	int ADGR ?D	m	vn
    NumberOfRemainingScheduledRetries	int ADGR ?D	m	vn
    PollOnLogin	bool ADGR ?D	m	=false	vefalse|true
    AllUsersPollOnFirstLogin	bool ADGR ?D	m	=false	vefalse|true
   CustomEnrollmentCompletePage	node ADG ?D	a47
    Title	chr ADGR ?D	m	vn
    BodyText	chr ADGR ?D	m	vn
    HyperlinkHref	chr ADGR ?D	m	vn
    HyperlinkText	chr ADGR ?D	m	vn
   FirstSyncStatus	node ADG ?D	a48
    ExpectedPolicies	chr ADGR 1D	m	vn	l
    ExpectedNetworkProfiles	chr ADGR 1D	m	vn	l
    ExpectedMSIAppPackages	chr ADGR 1D	m	vn	l
    ExpectedModernAppPackages	chr ADGR 1D	m	vn	l
    ExpectedPFXCerts	chr ADGR 1D	m	vn	l
    ExpectedSCEPCerts	chr ADGR 1D	m	vn	l
    TimeOutUntilSyncFailure	int GR 1P	m	=60	vr1..1440
    ServerHasFinishedProvisioning	bool GR 1P	m	vefalse|true
    IsSyncDone	bool GR 1P	m	vefalse|true
    WasDeviceSuccessfullyProvisioned	int GR 1P	m	ve0|1|2
    BlockInStatusPage	int GR 1P i	a49	m	=0	vf0x0|0x1|0x2|0x4
    AllowCollectLogsButton	bool GR 1D i	a49	m	=false	vefalse|true
    CustomErrorText	chr ADGR 1D i	a49	m	vn
    SkipDeviceStatusPage	bool GR 1P i	a49	m	=true	vefalse|true
    SkipUserStatusPage	bool GR 1P i	a49	m	=true	vefalse|true
   EnhancedAppLayerSecurity	node G 1D	a48
    SecurityMode	int ADGR 1D	m	=0	ve0|1|2|3
    UseCertIfRevocationCheckOffline	bool ADGR 1D	m	=false	vefalse|true
    Cert0	chr ADGR 1D	m	vn
    Cert1	chr ADGR 1D	m	vn
   ConfigLock	node G 1D	a51
    Lock	int ADGR 1D	m	=0	ve0|1
    UnlockDuration	int ADGR 1D	m	=480	vn
    SecureCore	bool G 1D	m
   LinkedEnrollment	node G 1D	a52
    LastError	int G 1D	m
    EnrollStatus	int G 1D	m	ve0|1|2|3|4|5|6|7|8
    Enroll	null E 1D	m
    Unenroll	null E 1D	m
    DiscoveryEndpoint	chr ADGR 1D	a17	m	vn
   MultipleSession	node G 1D	a53
    NumAllowedConcurrentUserSessionForBackgroundSync	int ADGR ?D	m	vn
    NumAllowedConcurrentUserSessionAtUserLogonSync	int ADGR ?D	m	vn
    IntervalForScheduledRetriesForUserSession	int ADGR ?D	m	vn
    NumberOfScheduledRetriesForUserSession	int ADGR ?D	m	vn
   Recovery	node G 1D	a54
    AllowRecovery	int GR 1D 3	m	=0	ve1|0
    InitiateRecovery	int E 1D	m	=0	ve0|1
    RecoveryStatus	int G 1D	m	=0
   ConfigRefresh	node ADG 1D	a55
    Enabled	bool ADGR 1D 3	m	=false	vetrue|false
    Cadence	int ADGR 1D	m	=90	vr30..1440
    PausePeriod	int ADGR 1D	m	=0	vr0..1440
 Unenroll	null EG 1P	m
 UpdateManagementServiceAddress	chr GR ?D	m	vn	l;
 HWDevID	chr G ?D	a28	m
DMSessionActions	node G 1P	m8
 {ProviderID}	node ADG ?D
  CheckinAlertConfiguration	node G ?D
   Nodes	node G 1D
    {NodeID}	node ADG *D
     NodeURI	chr ADGR 1D
  AlertData	chr G 1D
  PowerSettings	node ADG 1D
   MaxSkippedSessionsInLowPowerState	int ADGR 1D
   MaxTimeSessionsSkippedInLowPowerState	int ADGR 1D
DnsClient	node G 1P
 LinkLocal	node G 1P
  NetBIOS	node G 1P
   Enable	int GR 1P	m	ve0|1|2|3
   AllowFQDN	bool GR 1P	m
  LLMNR	node G 1P
   Enabled	bool GR 1P	m
  mDNS	node G 1P
   Enabled	bool GR 1P	m
 DynamicDNS	node G 1P
  Enabled	bool GR 1P	m
  Overwrite	bool GR 1P	m
 Encryption	node G 1P
  DoH	node G 1P
   Status	int GR 1P	m	=0	ve0|1
  DoT	node G 1P
   Status	int GR 1P	m	=0	ve0|1
  Status	int GR 1P	m	ve0|1|2|3
 IDN	node G 1P
  Encoded	bool GR 1P	m
  Mapped	bool GR 1P	m
 NRPT	node G 1P a
  {Policy Table Entry}	node ADGR *D au3	vp
   Namespace	chr GR 1D a	m
   NamespaceType	chr GR 1D a	m	veFQDN|Suffix|Prefix|v4Subnet|v6Subnet
   DNSServers	chr GR 1D a	m
DynamicManagement	node G 1P
 NotificationsEnabled	bool GR 1P i	=False
 ActiveList	chr G 1P i
 Contexts	node G 1P i
  {ContextID}	node ADG *D i
   SignalDefinition	chr ADGR ?D i
   SettingsPack	chr ADGR ?D i
   SettingsPackResponse	chr G 1D i
   ContextStatus	int G 1D i	=0
   Altitude	int ADGR ?D i
 AlertsEnabled	bool GR 1P i	=True
EMAIL2	node G 1P	m9
 {Account GUID}	node ADGR n1D
  ACCOUNTICON	chr ADGR ?D
  ACCOUNTTYPE	chr ADGR 1D
  AUTHNAME	chr ADGR 1D
  AUTHREQUIRED	chr ADGR ?D
  AUTHSECRET	chr ADGR ?D
  DOMAIN	chr ADGR ?D
  DWNDAY	chr ADGR ?D
  INSERVER	chr ADGR 1D
  LINGER	chr ADGR ?D
  KEEPMAX	chr ADGR ?D
  NAME	chr ADGR ?D
  OUTSERVER	chr ADGR 1D
  REPLYADDR	chr ADGR 1D
  SERVICENAME	chr ADGR 1D
  SERVICETYPE	chr ADGR 1D
  RETRIEVE	chr ADGR ?D
  SERVERDELETEACTION	chr ADGR ?D
  CELLULARONLY	chr ADGR ?D
  SYNCINGCONTENTTYPES	chr ADGR 1D
  CONTACTSSERVER	chr ADGR ?D
  CALENDARSERVER	chr ADGR ?D
  CONTACTSSERVERREQUIRESSL	chr ADGR ?D
  CALENDARSERVERREQUIRESSL	chr ADGR ?D
  CONTACTSSYNCSCHEDULE	chr ADGR ?D
  CALENDARSYNCSCHEDULE	chr ADGR ?D
  SMTPALTAUTHNAME	chr ADGR ?D
  SMTPALTDOMAIN	chr ADGR ?D
  SMTPALTENABLED	chr ADGR ?D
  SMTPALTPASSWORD	chr ADGR ?D
  TAGPROPS	node ADGR 1D
   8128000B	chr ADGR ?D
   812C000B	chr ADGR ?D
EnrollmentStatusTracking	node G 1P	m10
 DevicePreparation	node G 1P i
  PolicyProviders	node G 1P i
   {ProviderName}	node ADGR *D
    InstallationState	int ADGR 1D i
    LastError	int ADGR 1D
    Timeout	int ADGR 1D i
    TrackedResourceTypes	node ADGR 1D i
     Apps	bool ADGR 1D i	=false
 Setup	node G 1P i
  Apps	node G 1P i
   PolicyProviders	node G 1P i
    {ProviderName}	node ADGR *D i
     TrackingPoliciesCreated	bool ADGR 1D i
   Tracking	node G 1P i
    {ProviderName}	node ADGR *D i
     {AppName}	node ADGR *D i
      TrackingUri	chr ADGR ?D i
      InstallationState	int ADGR ?D i
      RebootRequired	int ADGR 1D i
  HasProvisioningCompleted	bool G 1P i	=false
EnterpriseAPN	node G 1P	m11
 {ConnectionName}	node ADG *D i
  APNName	chr ADGR 1D i
  IPType	chr ADGR ?D i	=IPv4v6
  IsAttachAPN	bool ADGR ?D i	=false
  ClassId	chr ADGR ?D i	=9476C91D-608F-47B6-856A-1D90C1BED333
  AuthType	chr ADGR ?D i	=None
  UserName	chr ADGR ?D i
  Password	chr ADGR ?D i
  IccId	chr ADGR ?D i
  AlwaysOn	bool ADGR ?D i	=true
  Enabled	bool ADGR ?D i	=true
  Roaming	chr ADGR ?D i	=1
 Settings	node G 1P s
  AllowUserControl	bool GR ?D i	=false
  HideView	bool GR ?D i	=false
EnterpriseAppVManagement	node G 1P
 AppVPackageManagement	node G 1P
  {EnterpriseID}	node G +D
   {PackageFamilyName}	node G *D
    {PackageFullName}	node G *D
     Name	chr G 1D
     Version	chr G 1D
     Publisher	chr G 1D
     InstallLocation	chr G 1D
     InstallDate	chr G 1D
     Users	chr G 1D
     AppVPackageId	chr G 1D
     AppVVersionId	chr G 1D
     AppVPackageUri	chr G 1D
 AppVPublishing	node G 1P
  LastSync	node G ?D
   LastError	chr G 1D
   LastErrorDescription	chr G 1D
   SyncStatusDescription	chr G 1D
   SyncProgress	chr G 1D
  Sync	node ADGR ?D
   PublishXML	xml DEG 1D
 AppVDynamicPolicy	node G 1P
  {ConfigurationId}	node ADG *D
   Policy	xml ADGR 1D
EnterpriseAssignedAccess	node G 1P	m12
 AssignedAccess	node ADGR 1P
  AssignedAccessXml	chr ADGR 1P
 LockScreenWallpaper	node ADGR 1P
  BGFileName	chr AGR 1P
 Theme	node ADGR 1P
  ThemeBackground	int GR 1P
  ThemeAccentColorID	int GR 1P
  ThemeAccentColorValue	chr GR 1P
 Clock	node ADGR 1P
  TimeZone	int GR 1P
 Locale	node ADGR 1P
  Language	int GR 1P
EnterpriseDataProtection	node G 1P	m13
 Settings	node G 1P
  EDPEnforcementLevel	int ADGR 1D
  EnterpriseProtectedDomainNames	chr ADGR 1D
  AllowUserDecryption	int ADGR 1D
  RequireProtectionUnderLockConfig	int ADGR 1D
  DataRecoveryCertificate	b64 ADGR 1D	m
  RevokeOnUnenroll	int ADGR 1D
  RevokeOnMDMHandoff	int ADGR 1D
  RMSTemplateIDForEDP	chr ADGR 1D
  AllowAzureRMSForEDP	int ADGR 1D
  SMBAutoEncryptedFileExtensions	chr ADGR ?D
  EDPShowIcons	int ADGR 1D
 Status	int G 1P
EnterpriseDesktopAppManagement	node G 1P	a56
 MSI	node G 1P i
  {ProductID}	node ADG *D aiu
   Version	chr G 1D i	m
   Name	chr G 1D i	m
   Publisher	chr G 1D i	m
   InstallPath	chr G 1D i	m
   InstallDate	chr G 1D i	m
   DownloadInstall	xml ADEGR 1D i	m	vn
   Status	int G 1D i	m
   LastError	int G 1D i	m
   LastErrorDesc	chr G 1D i	m
  UpgradeCode	node G 1P s	a15
   {Guid}	chr G +D ic	m
EnterpriseExt	node G 1P
 DeviceCustomData	node ADGR 1P
  CustomID	chr GR 1P
  CustomString	chr GR 1P
 Brightness	node ADGR 1P
  Default	chr GR 1P
  MaxAuto	chr GR 1P
 LedAlertNotification	node ADGR 1P
  State	int GR 1P
  Intensity	int GR 1P
  Period	int GR 1P
  DutyCycle	int GR 1P
  Cyclecount	int GR 1P
EnterpriseExtFileSystem	node G 1P
 Persistent	node GR 1P
  Files_abc1	b64 ADGR 1D	m
  Directory_abc2	chr ADGR 1D
 NonPersistent	node GR 1P
  Files_abc3	chr ADGR 1D
  Directory_abc4	chr ADGR 1D
 OemProfile	node GR 1P
  Directory_abc5	chr ADGR 1D
  Files_abc6	chr ADGR 1D
EnterpriseModernAppManagement	node G 1P	a57
 AppManagement	node G 1P
  AppStore	node ADG +D
   {PackageFamilyName}	node ADG *D c
    {PackageFullName}	node ADG *D c
     Name	chr G 1D	m
     Version	chr G 1D	m
     Publisher	chr G 1D	m
     Architecture	chr G 1D	m
     InstallLocation	chr G 1D	m
     IsFramework	int G 1D	m
     IsBundle	int G 1D	m
     InstallDate	chr G 1D	m
     ResourceID	chr G 1D	m
     PackageStatus	int G 1D	m
     RequiresReinstall	int G 1D	m
     Users	chr G 1D	m
     IsProvisioned	int G 1D	m
     IsStub	int G 1D	a58	m
    DoNotUpdate	int ADGR ?D	m	ve0|1
    MaintainProcessorArchitectureOnUpdate	int ADGR ?D	a58	m	ve0|1
    NonRemovable	int AGR ?D	a24	m	ve0|1
   ReleaseManagement	node GR 1P
    {ReleaseManagementKey}	node GR 1P u
     ChannelId	chr ADGR ?D	m	vn
     ReleaseManagementId	chr ADGR ?D	m	vn
     EffectiveRelease	node G 1P
      ChannelId	chr G ?D	m
      ReleaseManagementId	chr G ?D	m
  nonStore	node ADG +D
   {PackageFamilyName}	node ADG *D c
    {PackageFullName}	node ADG *D c
     Name	chr G 1D	m
     Version	chr G 1D	m
     Publisher	chr G 1D	m
     Architecture	chr G 1D	m
     InstallLocation	chr G 1D	m
     IsFramework	int G 1D	m
     IsBundle	int G 1D	m
     InstallDate	chr G 1D	m
     ResourceID	chr G 1D	m
     PackageStatus	int G 1D	m
     RequiresReinstall	int G 1D	m
     Users	chr G 1D	m
     IsProvisioned	int G 1D	m
     IsStub	int G 1D	a58	m
    DoNotUpdate	int ADGR ?D	m	ve0|1
    MaintainProcessorArchitectureOnUpdate	int ADGR ?D	a58	m	ve0|1
    NonRemovable	int AGR ?D	a24	m	ve0|1
   ReleaseManagement	node GR 1P
    {ReleaseManagementKey}	node GR 1P u
     ChannelId	chr ADGR ?D	m	vn
     ReleaseManagementId	chr ADGR ?D	m	vn
     EffectiveRelease	node G 1P
      ChannelId	chr G ?D	m
      ReleaseManagementId	chr G ?D	m
  System	node ADG +D
   {PackageFamilyName}	node ADG *D c
    {PackageFullName}	node ADG *D c
     Name	chr G 1D	m
     Version	chr G 1D	m
     Publisher	chr G 1D	m
     Architecture	chr G 1D	m
     InstallLocation	chr G 1D	m
     IsFramework	int G 1D	m
     IsBundle	int G 1D	m
     InstallDate	chr G 1D	m
     ResourceID	chr G 1D	m
     PackageStatus	int G 1D	m
     RequiresReinstall	int G 1D	m
     Users	chr G 1D	m
     IsProvisioned	int G 1D	m
     IsStub	int G 1D	a58	m
    DoNotUpdate	int ADGR ?D	m	ve0|1
    MaintainProcessorArchitectureOnUpdate	int ADGR ?D	a58	m	ve0|1
    NonRemovable	int AGR ?D	a24	m	ve0|1
    AppUpdateSettings	node ADG 1D	a59
     AutoUpdateSettings	node ADG 1D
      PackageSource	chr GR 1D	m	vp^(([^;]+(?i)(\\.appinstaller)([;]\p$)){1,11})$	l;
      AutomaticBackgroundTask	bool GR 1D	m	=False	veTrue|False
      OnLaunchUpdateCheck	bool GR 1D	m	=False	veTrue|False
      HoursBetweenUpdateChecks	int GR 1D	m	=8	vr8..10000
      ShowPrompt	bool GR 1D	m	=False	veTrue|False
      UpdateBlocksActivation	bool GR 1D	m	=False	veTrue|False
      ForceUpdateFromAnyVersion	bool GR 1D	m	=False	veTrue|False
      Disable	bool GR 1D	m	=False	veTrue|False
     AutoRepair	node ADG 1D
      PackageSource	chr GR 1D	m	vp^(([^;]+(?i)(\\.appx\p\\.eappx\p\\.appxbundle\p\\.eappxbundle\p\\.msix\p\\.emsix\p\\.msixbundle\p\\.emsixbundle)([;]\p$)){0,10}\p([^;]+(?i)(\\.appinstaller)([;]\p$)){0,10})$	l;
   ReleaseManagement	node GR 1P
    {ReleaseManagementKey}	node GR 1P u
     ChannelId	chr ADGR ?D	m	vn
     ReleaseManagementId	chr ADGR ?D	m	vn
     EffectiveRelease	node G 1P
      ChannelId	chr G ?D	m
      ReleaseManagementId	chr G ?D	m
  UpdateScan	null E 1P	m
  LastScanError	int G 1P	m
  AppInventoryResults	xml G 1P	m
  AppInventoryQuery	xml GR 1P	m	vn
  ResetPackage	xml EG 1P	a59	m	vn
  {EnterpriseID}	node ADG +D r
   {PackageFamilyName}	node ADG *D r
    {PackageFullName}	node ADG *D r
     Name	chr G 1D r
     Version	chr G 1D r
     Publisher	chr G 1D r
     Architecture	chr G 1D r
     InstallLocation	chr G 1D r
     IsFramework	int G 1D r
     IsBundle	int G 1D r
     InstallDate	chr G 1D r
     ResourceID	chr G 1D r
     PackageStatus	int G 1D r
     RequiresReinstall	int G 1D r
     Users	chr G 1D r
     IsProvisioned	int G 1D r
     IsStub	int G 1D r
    DoNotUpdate	int ADGR ?D r
    AppSettingPolicy	node ADGR 1D r
     {SettingValue}	chr ADGR *D r
    MaintainProcessorArchitectureOnUpdate	int ADGR ?D r
    NonRemovable	int AGR ?D r
   ReleaseManagement	node ADGR 1D r
    {ReleaseManagementKey}	node ADGR *D r
     ChannelId	chr ADGR ?D r
     ReleaseManagementId	chr ADGR ?D r
     EffectiveRelease	node G ?D r
      ChannelId	chr G ?D r
      ReleaseManagementId	chr G ?D r
  RemovePackage	xml EG 1P r
 AppInstallation	node G 1P
  {PackageFamilyName}	node ADGR *D u
   StoreInstall	xml ADEG 1D	m
   HostedInstall	xml ADEG 1D	m
   LastError	int G 1D	m
   LastErrorDesc	chr G 1D	m
   Status	int G 1D	m
   ProgressStatus	int G 1D	m
 AppLicenses	node G 1P
  StoreLicenses	node G 1P
   {LicenseID}	node ADG *D u
    LicenseCategory	chr G 1D	m
    LicenseUsage	chr G 1D	m
    RequesterID	chr G 1D	m
    AddLicense	xml E 1D	m
    GetLicenseFromStore	xml E 1D	m
eUICCs	node G 1P i	a60
 {eUICC}	node G *D u
  Identifier	chr G 1D i	m
  IsActive	bool G 1D	m
  PPR1Allowed	bool G 1D	m
  PPR1AlreadySet	bool G 1D	m
  DownloadServers	node G 1D	a61
   {ServerName}	node ADGR *D u
    DiscoveryState	int G 1D	m	=1
    AutoEnable	bool AGR 1D	m	vefalse|true
    IsDiscoveryServer	bool AGR ?D	a62	m	=false	vefalse|true
  Profiles	node G 1D
   {ICCID}	node ADGR *D u
    ServerName	chr AGR 1D i	m	vn
    MatchingID	chr AGR 1D i	m	vp^([0-9a-fA-F]{5}-){3}[0-9a-fA-F]{5}$
    State	int G 1D	m	=1
    IsEnabled	bool AGR 1D	a63	m	vefalse|true
    PPR1Set	bool G 1D	m
    PPR2Set	bool G 1D	m
    ErrorDetail	int G 1D	m	=0
  Policies	node G 1D
   LocalUIEnabled	bool GR 1D	m	=true	vefalse|true
  Actions	node G 1D
   ResetToFactoryState	chr E 1D	m
   Status	int G 1D	m	=0
Firewall	node G 1P	a64
 MdmStore	node G 1P
  Global	node G 1P
   PolicyVersionSupported	int G 1P	m
   CurrentProfiles	int G 1P	m
   DisableStatefulFtp	bool GR 1D	m	=false	vefalse|true
   SaIdleTime	int GR 1D	m	=300	vr300..3600
   PresharedKeyEncoding	int GR 1D	m	=1	ve0|1
   IPsecExempt	int GR 1D	m	=0x0	vf0x0|0x1|0x2|0x4|0x8
   CRLcheck	int GR 1D	m	ve0|1|2
   PolicyVersion	chr G 1P	m
   BinaryVersionSupported	chr G 1P	m
   OpportunisticallyMatchAuthSetPerKM	bool GR 1D	m	vefalse|true
   EnablePacketQueue	int GR 1D	m	=0x0	vf0x0|0x1|0x2
  DomainProfile	node G 1P
   EnableFirewall	bool R 1D	m	=true	vefalse|true
   DisableStealthMode	bool GR 1D	m	=false	vefalse|true
   Shielded	bool R 1D	m	=false	vefalse|true
   DisableUnicastResponsesToMulticastBroadcast	bool GR 1D	m	=false	vefalse|true
   EnableLogDroppedPackets	bool GR 1D	a62	m	=false	vefalse|true
   EnableLogSuccessConnections	bool GR 1D	a62	m	=false	vefalse|true
   EnableLogIgnoredRules	bool GR 1D	a62	m	=false	vefalse|true
   LogMaxFileSize	int GR 1D	a62	m	=1024	vr0..4294967295
   LogFilePath	chr GR 1D	a62	m	=%systemroot%\\system32\\LogFiles\\Firewall\\pfirewall.log	vn
   DisableInboundNotifications	bool GR 1D	m	=false	vefalse|true
   AuthAppsAllowUserPrefMerge	bool GR 1D	m	=true	vefalse|true
   GlobalPortsAllowUserPrefMerge	bool GR 1D	m	=true	vefalse|true
   AllowLocalPolicyMerge	bool GR 1D	m	=true	vefalse|true
   AllowLocalIpsecPolicyMerge	bool GR 1D	m	=true	vefalse|true
   DefaultOutboundAction	int GR 1D	m	=0	ve0|1
   DefaultInboundAction	int GR 1D	m	=1	ve0|1
   DisableStealthModeIpsecSecuredPacketExemption	bool GR 1D	m	=true	vefalse|true
  PrivateProfile	node G 1P
   EnableFirewall	bool AGR 1D	m	=true	vefalse|true
   DisableStealthMode	bool GR 1D	m	=false	vefalse|true
   Shielded	bool GR 1D	m	=false	vefalse|true
   DisableUnicastResponsesToMulticastBroadcast	bool GR 1D	m	=false	vefalse|true
   EnableLogDroppedPackets	bool GR 1D	a62	m	=false	vefalse|true
   EnableLogSuccessConnections	bool GR 1D	a62	m	=false	vefalse|true
   EnableLogIgnoredRules	bool GR 1D	a62	m	=false	vefalse|true
   LogMaxFileSize	int GR 1D	a62	m	=1024	vr0..4294967295
   LogFilePath	chr GR 1D	a62	m	=%systemroot%\\system32\\LogFiles\\Firewall\\pfirewall.log	vn
   DisableInboundNotifications	bool GR 1D	m	=false	vefalse|true
   AuthAppsAllowUserPrefMerge	bool GR 1D	m	=true	vefalse|true
   GlobalPortsAllowUserPrefMerge	bool GR 1D	m	=true	vefalse|true
   AllowLocalPolicyMerge	bool GR 1D	m	=true	vefalse|true
   AllowLocalIpsecPolicyMerge	bool GR 1D	m	=true	vefalse|true
   DefaultOutboundAction	int GR 1D	m	=0	ve0|1
   DefaultInboundAction	int GR 1D	m	=1	ve0|1
   DisableStealthModeIpsecSecuredPacketExemption	bool GR 1D	m	=true	vefalse|true
  PublicProfile	node G 1P
   EnableFirewall	bool GR 1D	m	=true	vefalse|true
   DisableStealthMode	bool GR 1D	m	=false	vefalse|true
   Shielded	bool GR 1D	m	=false	vefalse|true
   DisableUnicastResponsesToMulticastBroadcast	bool GR 1D	m	=false	vefalse|true
   EnableLogDroppedPackets	bool GR 1D	a62	m	=false	vefalse|true
   EnableLogSuccessConnections	bool GR 1D	a62	m	=false	vefalse|true
   EnableLogIgnoredRules	bool GR 1D	a62	m	=false	vefalse|true
   LogMaxFileSize	int GR 1D	a62	m	=1024	vr0..4294967295
   LogFilePath	chr GR 1D	a62	m	=%systemroot%\\system32\\LogFiles\\Firewall\\pfirewall.log	vn
   DisableInboundNotifications	bool GR 1D	m	=false	vefalse|true
   AuthAppsAllowUserPrefMerge	bool GR 1D	m	=true	vefalse|true
   GlobalPortsAllowUserPrefMerge	bool GR 1D	m	=true	vefalse|true
   AllowLocalPolicyMerge	bool GR 1D	m	=true	vefalse|true
   AllowLocalIpsecPolicyMerge	bool GR 1D	m	=true	vefalse|true
   DefaultOutboundAction	int GR 1D	m	=0	ve0|1
   DefaultInboundAction	int GR 1D	m	=1	ve0|1
   DisableStealthModeIpsecSecuredPacketExemption	bool GR 1D	m	=true	vefalse|true
  HyperVVMSettings	node G ?P	a62
   {VMCreatorId}	node ADGR *D ag	vp\\{[0-9A-Fa-f]{8}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{12}\\}
    EnableFirewall	bool R 1D	m	=true	vefalse|true
    DefaultOutboundAction	int GR 1D	m	=0	ve0|1
    DefaultInboundAction	int GR 1D	m	=1	ve0|1
    EnableLoopback	bool R 1D	m	=false	vefalse|true
    AllowHostPolicyMerge	bool GR 1P	a65	m	=true	vefalse|true
    DomainProfile	node G 1P	a65
     EnableFirewall	bool R 1D	m	=true	vefalse|true
     DefaultOutboundAction	int GR 1D	m	=0	ve0|1
     DefaultInboundAction	int GR 1D	m	=1	ve0|1
     AllowLocalPolicyMerge	bool R 1D	m	=true	vefalse|true
    PrivateProfile	node G 1P	a65
     EnableFirewall	bool R 1D	m	=true	vefalse|true
     DefaultOutboundAction	int GR 1D	m	=0	ve0|1
     DefaultInboundAction	int GR 1D	m	=1	ve0|1
     AllowLocalPolicyMerge	bool R 1D	m	=true	vefalse|true
    PublicProfile	node G 1P	a65
     EnableFirewall	bool R 1D	m	=true	vefalse|true
     DefaultOutboundAction	int GR 1D	m	=0	ve0|1
     DefaultInboundAction	int GR 1D	m	=1	ve0|1
     AllowLocalPolicyMerge	bool R 1D	m	=true	vefalse|true
  FirewallRules	node G ?P
   {FirewallRuleName}	node ADGR *D ag	vp^[^\p/]*$
    App	node G ?D
     PackageFamilyName	chr ADGR ?D	m
     FilePath	chr ADGR ?D	m
     Fqbn	chr ADGR ?D	m
     ServiceName	chr ADGR ?D	m
    Protocol	int ADGR ?D	m	vr0..255
    LocalPortRanges	chr ADGR ?D	m	vp^[0-9,-]+$	l,
    RemotePortRanges	chr ADGR ?D	m	vp^[0-9,-]+$	l,
    IcmpTypesAndCodes	chr ADGR ?D	a66	m	vn	l,
    LocalAddressRanges	chr ADGR ?D	m	vn	l,
    RemoteAddressRanges	chr ADGR ?D	m	vn	l,
    RemoteAddressDynamicKeywords	chr ADGR ?D	a67	m	vp\\{[0-9A-Fa-f]{8}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{12}\\}	l,
    Description	chr ADGR ?D	m
    Enabled	bool GR ?D	m	ve0|1
    Profiles	int GR 1D	m	vf0x1|0x2|0x4|0x7FFFFFFF|0x80000000
    Action	node G 1D
     Type	int GR 1D	m	=1	ve0|1
    Direction	chr GR ?D	m	=OUT	veIN|OUT
    InterfaceTypes	chr ADGR ?D	m	=All	veRemoteAccess|Wireless|Lan|MBB|All	l,
    EdgeTraversal	bool ADGR ?D	m	ve0|1
    LocalUserAuthorizedList	chr ADGR ?D	m	vs	l,
    PolicyAppId	chr ADGR ?D	a68	m	vp^[A-Za-z0-9_.:/]+$
    Status	chr G 1D	m
    Name	chr ADGR 1D	m
    LocalUserAuthorizationList	chr ADGR ?D r
    FriendlyName	bool ADGR 1D r
  HyperVFirewallRules	node G ?P	a62
   {FirewallRuleName}	node ADGR *D ag	vp^[^\p/]*$
    Priority	int ADGR ?D	m	vr0..65535
    Direction	chr GR ?D	m	=OUT	veIN|OUT
    VMCreatorId	chr ADGR ?D	m	vp\\{[0-9A-Fa-f]{8}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{12}\\}
    Protocol	int ADGR ?D	m	vr0..255
    LocalAddressRanges	chr ADGR ?D	m	vn	l,
    LocalPortRanges	chr ADGR ?D	m	vp^[0-9,-]+$	l,
    RemoteAddressRanges	chr ADGR ?D	m	vn	l,
    RemotePortRanges	chr ADGR ?D	m	vp^[0-9,-]+$	l,
    Action	int GR 1D	m	=1	ve0|1
    Enabled	bool GR ?D	m	ve0|1
    Status	chr G 1D	m
    Profiles	int GR 1D	a65	m	vf0x1|0x2|0x4|0x7FFFFFFF
    Name	chr ADGR 1D	m
  DynamicKeywords	node G 1P	a67
   Addresses	node G 1P
    {Id}	node ADG *D ag	vp\\{[0-9A-Fa-f]{8}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{12}\\}
     Keyword	chr ADG 1D	m	vn
     Addresses	chr ADGR ?D	m	vn	l,
     AutoResolve	bool ADG ?D	m	=false	vefalse|true
HealthAttestation	node G 1P	a14
 VerifyHealth	null E 1P	m
 Status	int G 1P	m
 ForceRetrieve	bool GR 1P	m	=False	vefalse|true
 Certificate	chr G 1P	m
 Nonce	chr GR 1P	m	=\\0	vn
 CorrelationID	chr G 1P	m	vn
 HASEndpoint	chr GR 1P	m	=has.spserv.microsoft.com.	vn
 TpmReadyStatus	int G 1P	a69	m
 CurrentProtocolVersion	int G 1P	a28	m
 PreferredMaxProtocolVersion	int GR 1P	a28	m	=3	vn
 MaxSupportedProtocolVersion	int G 1P	a28	m
 TriggerAttestation	chr E 1P	a70	m
 GetAttestReport	chr G 1P	a70	m
 AttestStatus	int G 1P	a70	m
 GetServiceCorrelationIDs	chr G 1P	a70	m
 AttestErrorMessage	chr G 1P	a71	m
LanguagePackManagement	node ADG 1P	a72
 InstalledLanguages	node G 1P
  {Language ID}	node DG +D c
   Providers	int G 1D	m
   LanguageFeatures	int G 1D	m
 Install	node G 1P
  {Language ID}	node ADG *D u
   Status	int G 1D	m
   ErrorCode	int G 1D	m
   CopyToDeviceInternationalSettings	bool ADGR 1D	m	=false	vefalse|true
   EnableLanguageFeatureInstallations	bool ADGR 1D	m	=true	vetrue|false
   StartInstallation	null E 1D	m
 LanguageSettings	node G 1P
  SystemPreferredUILanguages	chr GR 1P	m	vn
LAPS	node G 1P	a73
 Policies	node G 1P a
  BackupDirectory	int ADGR ?D	m	=0	ve0|1|2
  PasswordAgeDays	int ADGR ?D	m	=30	vr1..365
  PasswordComplexity	int ADGR ?D	m	=4	ve1|2|3|4|5|6|7|8
  PasswordLength	int ADGR ?D	m	=14	vr8..64
  PassphraseLength	int ADGR ?D	a74	m	=6	vr3..10
  AdministratorAccountName	chr ADGR ?D	m
  PasswordExpirationProtectionEnabled	bool ADGR ?D	m	=True	vefalse|true
  ADPasswordEncryptionEnabled	bool ADGR ?D	m	=True	vefalse|true
  ADPasswordEncryptionPrincipal	chr ADGR ?D	m
  ADEncryptedPasswordHistorySize	int ADGR ?D	m	=0	vr0..12
  PostAuthenticationResetDelay	int ADGR ?D	m	=24	vr0..24
  PostAuthenticationActions	int ADGR ?D	m	=3	ve1|3|5|11
  AutomaticAccountManagementEnabled	bool ADGR ?D	a74	m	=False	vefalse|true
  AutomaticAccountManagementTarget	int ADGR ?D	a74	m	=1	ve0|1
  AutomaticAccountManagementNameOrPrefix	chr ADGR ?D	a74	m
  AutomaticAccountManagementEnableAccount	bool ADGR ?D	a74	m	=False	veFalse|True
  AutomaticAccountManagementRandomizeName	bool ADGR ?D	a74	m	=False	veFalse|True
 Actions	node G 1P
  ResetPassword	null E 1D	m
  ResetPasswordStatus	int G 1D	m	=0
Maps	node G 1P
 Packages	node G 1P
  {Package}	node AG *D
   Status	int G 1D
MultiSIM	node G 1P	m14
 {ModemID}	node G *D
  Identifier	chr G 1D i
  IsEmbedded	bool G 1D
  Slots	node G 1D
   {SlotID}	node G *D
    Identifier	int G 1D
    IsEmbedded	bool G 1D
    IsSelected	bool GR 1D
    State	int G 1D
  Policies	node G 1D
   SlotSelectionEnabled	bool GR 1D	=true
NAP	node G 1P
 *	node ADG *D
  NapId	chr AGR 1D
  Name	chr ADGR ?D
  Addr	chr AGR 1D
  AddrType	chr AGR 1D
  IPv4	node ADG ?D
   AutoConfig	bool ADGR ?D
   LocalAddr	chr AGR 1D
   NetMask	chr AGR 1D
   Gateway	chr ADGR ?D
   DNS	node ADG ?D
    *	node ADG +D
     DNSAddr	chr AGR 1D
  IPv6	node ADG ?D
   AutoConfig	bool ADGR ?D
   LocalAddr	chr AGR 1D
  Linger	int ADGR ?D	Vr0..4294967295
  AuthInfo	node ADG ?D
   AuthType	chr AGR 1D
   AuthName	chr ADGR ?D
   AuthSecret	chr ADGR ?D	m15
   AuthEntities	node ADG ?D
    *	node ADG +D
     AuthEntity	chr AGR 1D
   SPI	bool ADGR ?D
  Bearer	node AG 1D
   BearerType	chr AGR 1D
  Ext	node G ?D
   Microsoft	node G 1D
    Guid	chr G 1D
    AlwaysOn	bool ADGR ?D
    Secure	bool ADGR ?D
    SecureLevel	int ADGR ?D
NetworkProxy	node G 1P	a75
 ProxySettingsPerUser	int DGR 1P	a63	m	=1	ve0|1
 AutoDetect	int DGR 1P	m	=1	ve0|1
 SetupScriptUrl	chr DGR 1P	m	vn
 ProxyServer	node G 1P
  ProxyAddress	chr DGR 1P	m	vn
  Exceptions	chr DGR 1P	m	vn	l;
  UseProxyForLocalAddresses	int DGR 1P	m	=0	ve0|1
NetworkQoSPolicy	node G 1P	a76
 Version	int G 1P	m
 {Name}	node ADGR *D u
  IPProtocolMatchCondition	int ADGR ?D	m	=0
  AppPathNameMatchCondition	chr ADGR ?D	m	vn
  SourcePortMatchCondition	chr ADGR ?D	m	vn
  DestinationPortMatchCondition	chr ADGR ?D	m	vn
  PriorityValue8021Action	int ADGR ?D	m	vr0..7
  DSCPAction	int ADGR ?D	m	vr0..63
NodeCache	node G 1P	a14
 {ProviderID}	node ADG ?D u
  CacheVersion	chr AGR ?D	m	vn
  ChangedNodes	chr G ?D	m
  ChangedNodesData	xml G ?D	a36	m
  Nodes	node G 1D
   {NodeID}	node ADG *D g	vn
    NodeURI	chr ADG 1D	m	vn
    ExpectedValue	chr ADG 1D	m	vn
    AutoSetExpectedValue	null ADG 1D	a36	m
Office	node G 1P	a7
 Installation	node G 1P
  {id}	node ADG *D u
   Install	chr EG 1D	m	vn
   Status	int G 1D	m
   FinalStatus	int G 1P	a77	m
  CurrentStatus	chr G 1D	a28	m
OfflineDomainJoin	node G 1P
 Blob	b64 E 1P	m
OptionalFeatures	node G 1P
 Enable	node G 1P
  {FeatureName}	node ADGR *D
   Enable	chr EG 1D
   LimitWUAccess	bool ADGR 1D
   EnableParentFeatures	bool ADGR 1D
   Status	int G 1D
   ErrorCode	int G 1D
 Disable	node G 1P
  {FeatureName}	node ADGR *D
   Disable	chr EG 1D
   Status	int G 1D
   ErrorCode	int G 1D
 Inventory	node G 1P
  OnlyEnabledList	bool GR 1P
  GetList	chr EG 1P
  Status	int G 1P
  ErrorCode	int G 1P
  FeatureList	chr G 1P
PassportForWork	node G 1P	a42
 {TenantId}	node ADG *D u
  Policies	node ADG 1D
   UsePassportForWork	bool ADGR ?D	m	=True	vefalse|true
   RequireSecurityDevice	bool ADGR ?D	m	=False	vefalse|true
   ExcludeSecurityDevices	node ADG 1D	a47
    TPM12	bool ADGR ?D	m	=False	vefalse|true
   EnablePinRecovery	bool ADGR ?D	a47	m	=False	vefalse|true
   EnableWindowsHelloProvisioningForSecurityKeys	bool ADGR ?D	a78	m	=False	vefalse|true
   DisablePostLogonProvisioning	bool ADGR ?D	a79	m	=False	vefalse|true
   UseCertificateForOnPremAuth	bool ADGR ?D	m	=False	vefalse|true
   UseCloudTrustForOnPremAuth	bool ADGR ?D	a80	m	=False	vefalse|true
   PINComplexity	node ADG 1D
    MinimumPINLength	int ADGR ?D	m	=4	vr4..127
    MaximumPINLength	int ADGR ?D	m	=127	vr4..127
    UppercaseLetters	int ADGR ?D	m	=0	ve0|1|2
    LowercaseLetters	int ADGR ?D	m	=0	ve0|1|2
    SpecialCharacters	int ADGR ?D	m	=0	ve0|1|2
    Digits	int ADGR ?D	m	=0	ve0|1|2
    History	int ADGR ?D	m	=0	vr0..50
    Expiration	int ADGR ?D	m	=0	vr0..730
   Remote	node ADG 1D
    UseRemotePassport	bool ADGR ?D	m	=False	vefalse|true
   UseHelloCertificatesAsSmartCardCertificates	bool ADGR ?D	a81	m	=False	vefalse|true
 UseBiometrics	bool ADGR ?D d	m	=False	vefalse|true
 Biometrics	node G 1P
  UseBiometrics	bool ADGR ?D	m	=False	vefalse|true
  FacialFeaturesUseEnhancedAntiSpoofing	bool ADGR ?D	m	=False	vefalse|true
  EnableESSwithSupportedPeripherals	int ADGR ?D i3	a82	m	=1	ve0|1
 DeviceUnlock	node G 1P	a38
  GroupA	chr ADGR ?D	m	vp{[0-9A-Fa-f]{8}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{12}\\}
  GroupB	chr ADGR ?D	m	vp{[0-9A-Fa-f]{8}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{12}\\}
  Plugins	chr ADGR ?D	m
 DynamicLock	node G 1P	a38
  DynamicLock	bool ADGR ?D	m	=False	vefalse|true
  Plugins	chr ADGR ?D	m
 SecurityKey	node G 1P	a83
  UseSecurityKeyForSignin	int ADGR ?D	m	=0	ve0|1
Personalization	node ADG 1P	a64
 DesktopImageUrl	chr ADGR 1D	m	vn
 DesktopImageStatus	int G 1D	m
 LockScreenImageUrl	chr ADGR 1D	m	vn
 LockScreenImageStatus	int G 1D	m
 CompanyLogoUrl	chr ADGR 1D	a84	m	vn
 CompanyLogoStatus	int G 1D	a84	m
 CompanyName	chr ADGR 1D	a84	m	vp^.{1,30}$
Policy	node G 1P	a44
 ConfigOperations	node ADG ?D
  ADMXInstall	node ADG ?D	a85
   {AppName}	node ADG *D u
    Properties	node ADG ?D	a86
     {SettingsType}	node ADG ?D u
      {AdmxFileId}	node ADG ?D g
       Version	chr ADGR ?D	m	vn
    {SettingsType}	node ADG ?D u
     {AdmxFileId}	chr ADGR ?D g	m	vn
 Config	node ADG ?D
  {AreaName}	node ADG *D c
   {PolicyName}	null ADGR *D c	m	vn
 Result	node G 1P
  {AreaName}	node G +D c
   {PolicyName}	null G +D c	m	vn
AboveLock	node G 1P	m16
 AllowActionCenterNotifications	int ADGR ?D d1	a87	=1	ve0|1	x10.0.22000
 AllowCortanaAboveLock	int ADGR ?D 1	a88	=1	ve0|1
 AllowToasts	int ADGR ?D 1	a88	=1	ve0|1
Accounts	node G 1P	m16
 AllowAddingNonMicrosoftAccountsManually	int ADGR ?D 1	a89	=1	ve0|1
 AllowMicrosoftAccountConnection	int ADGR ?D 1	a3	=1	ve0|1
 RestrictToEnterpriseDeviceAuthenticationOnly	int ADGR ?D 1	a90	=0	ve0|1
 AllowMicrosoftAccountSignInAssistant	int ADGR ?D 3	a91	=1	ve0|1
 DomainNamesForEmailSync	chr ADGR ?D 3	a92
ActiveXControls	node G 1P	m16
 ApprovedInstallationSites	chr ADGR ?D 3	a91	va
ADMX_ActiveXInstallService	node G 1P	m16
 AxISURLZonePolicies	chr ADGR ?D 3	a93	va
ADMX_AdmPwd	node G 1P	m16
 POL_AdmPwd_DontAllowPwdExpirationBehindPolicy	chr ADGR ?D 3	a93	va
 POL_AdmPwd_Enabled	chr ADGR ?D 3	a93	va
 POL_AdmPwd_AdminName	chr ADGR ?D 3	a93	va
 POL_AdmPwd	chr ADGR ?D 3	a93	va
ADMX_AppCompat	node G 1P	m16
 AppCompatPrevent16BitMach	chr ADGR ?D 3	a93	va
 AppCompatRemoveProgramCompatPropPage	chr ADGR ?D 3	a93	va
 AppCompatTurnOffEngine	chr ADGR ?D 3	a93	va
 AppCompatTurnOffApplicationImpactTelemetry	chr ADGR ?D 3	a93	va
 AppCompatTurnOffProgramInventory	chr ADGR ?D 3	a93	va
 AppCompatTurnOffProgramCompatibilityAssistant_2	chr ADGR ?D 3	a93	va
 AppCompatTurnOffUserActionRecord	chr ADGR ?D 3	a93	va
 AppCompatTurnOffSwitchBack	chr ADGR ?D 3	a93	va
ADMX_AppxPackageManager	node G 1P	m16
 AllowDeploymentInSpecialProfiles	chr ADGR ?D 3	a93	va
ADMX_AppXRuntime	node G 1P	m16
 AppxRuntimeBlockFileElevation	chr ADGR ?D 3	a93	va
 AppxRuntimeBlockProtocolElevation	chr ADGR ?D 3	a93	va
 AppxRuntimeBlockHostedAppAccessWinRT	chr ADGR ?D 3	a93	va
 AppxRuntimeApplicationContentUriRules	chr ADGR ?D 3	a93	va
ADMX_AuditSettings	node G 1P	m16
 IncludeCmdLine	chr ADGR ?D 3	a93	va
ADMX_Bits	node G 1P	m16
 BITS_EnablePeercaching	chr ADGR ?D 3	a93	va
 BITS_DisableBranchCache	chr ADGR ?D 3	a93	va
 BITS_DisablePeercachingClient	chr ADGR ?D 3	a93	va
 BITS_DisablePeercachingServer	chr ADGR ?D 3	a93	va
 BITS_MaxContentAge	chr ADGR ?D 3	a93	va
 BITS_MaxCacheSize	chr ADGR ?D 3	a93	va
 BITS_MaxDownloadTime	chr ADGR ?D 3	a93	va
 BITS_MaxBandwidthServedForPeers	chr ADGR ?D 3	a93	va
 BITS_MaxJobsPerUser	chr ADGR ?D 3	a93	va
 BITS_MaxJobsPerMachine	chr ADGR ?D 3	a93	va
 BITS_MaxFilesPerJob	chr ADGR ?D 3	a93	va
 BITS_MaxRangesPerFile	chr ADGR ?D 3	a93	va
 BITS_MaxBandwidthV2_Maintenance	chr ADGR ?D 3	a93	va
 BITS_MaxBandwidthV2_Work	chr ADGR ?D 3	a93	va
ADMX_CipherSuiteOrder	node G 1P	m16
 SSLCurveOrder	chr ADGR ?D 3	a93	va
 SSLCipherSuiteOrder	chr ADGR ?D 3	a93	va
ADMX_COM	node G 1P	m16
 AppMgmt_COM_SearchForCLSID_2	chr ADGR ?D 3	a93	va
ADMX_ControlPanelDisplay	node G 1P	m16
 CPL_Personalization_NoLockScreen	chr ADGR ?D 3	a93	va
 CPL_Personalization_PersonalColors	chr ADGR ?D 3	a93	va
 CPL_Personalization_ForceDefaultLockScreen	chr ADGR ?D 3	a93	va
 CPL_Personalization_StartBackground	chr ADGR ?D 3	a93	va
 CPL_Personalization_SetTheme	chr ADGR ?D 3	a93	va
 CPL_Personalization_NoChangingLockScreen	chr ADGR ?D 3	a93	va
 CPL_Personalization_NoChangingStartMenuBackground	chr ADGR ?D 3	a93	va
ADMX_Cpls	node G 1P	m16
 UseDefaultTile	chr ADGR ?D 3	a93	va
ADMX_CredentialProviders	node G 1P	m16
 AllowDomainDelayLock	chr ADGR ?D 3	a93	va
 DefaultCredentialProvider	chr ADGR ?D 3	a93	va
 ExcludedCredentialProviders	chr ADGR ?D 3	a93	va
ADMX_CredSsp	node G 1P	m16
 AllowDefaultCredentials	chr ADGR ?D 3	a93	va
 AllowDefCredentialsWhenNTLMOnly	chr ADGR ?D 3	a93	va
 AllowFreshCredentials	chr ADGR ?D 3	a93	va
 AllowFreshCredentialsWhenNTLMOnly	chr ADGR ?D 3	a93	va
 AllowSavedCredentials	chr ADGR ?D 3	a93	va
 AllowSavedCredentialsWhenNTLMOnly	chr ADGR ?D 3	a93	va
 DenyDefaultCredentials	chr ADGR ?D 3	a93	va
 DenyFreshCredentials	chr ADGR ?D 3	a93	va
 DenySavedCredentials	chr ADGR ?D 3	a93	va
 AllowEncryptionOracle	chr ADGR ?D 3	a93	va
 RestrictedRemoteAdministration	chr ADGR ?D 3	a93	va
ADMX_CredUI	node G 1P	m16
 NoLocalPasswordResetQuestions	chr ADGR ?D 3	a93	va
 EnableSecureCredentialPrompting	chr ADGR ?D 3	a93	va
ADMX_DataCollection	node G 1P	m16
 CommercialIdPolicy	chr ADGR ?D 3	a93	va
ADMX_DCOM	node G 1P	m16
 DCOMActivationSecurityCheckAllowLocalList	chr ADGR ?D 3	a93	va
 DCOMActivationSecurityCheckExemptionList	chr ADGR ?D 3	a93	va
ADMX_Desktop	node G 1P	m16
 NoDesktop	chr ADGR ?D 3	a93	va
ADMX_DeviceCompat	node G 1P	m16
 DeviceFlags	chr ADGR ?D 3	a93	va
 DriverShims	chr ADGR ?D 3	a93	va
ADMX_DeviceGuard	node G 1P	m16
 ConfigCIPolicy	chr ADGR ?D 3	a93	va
ADMX_DeviceInstallation	node G 1P	m16
 DeviceInstall_InstallTimeout	chr ADGR ?D 3	a93	va
 DeviceInstall_AllowAdminInstall	chr ADGR ?D 3	a93	va
 DeviceInstall_DeniedPolicy_SimpleText	chr ADGR ?D 3	a93	va
 DeviceInstall_DeniedPolicy_DetailText	chr ADGR ?D 3	a93	va
 DeviceInstall_Removable_Deny	chr ADGR ?D 3	a93	va
 DeviceInstall_Policy_RebootTime	chr ADGR ?D 3	a93	va
 DeviceInstall_SystemRestore	chr ADGR ?D 3	a93	va
 DriverInstall_Classes_AllowUser	chr ADGR ?D 3	a93	va
ADMX_DeviceSetup	node G 1P	m16
 DriverSearchPlaces_SearchOrderConfiguration	chr ADGR ?D 3	a93	va
 DeviceInstall_BalloonTips	chr ADGR ?D 3	a93	va
ADMX_DFS	node G 1P	m16
 DFSDiscoverDC	chr ADGR ?D 3	a93	va
ADMX_DigitalLocker	node G 1P	m16
 Digitalx_DiableApplication_TitleText_2	chr ADGR ?D 3	a93	va
ADMX_DiskDiagnostic	node G 1P	m16
 DfdAlertPolicy	chr ADGR ?D 3	a93	va
 WdiScenarioExecutionPolicy	chr ADGR ?D 3	a93	va
ADMX_DiskNVCache	node G 1P	m16
 BootResumePolicy	chr ADGR ?D 3	a93	va
 CachePowerModePolicy	chr ADGR ?D 3	a93	va
 FeatureOffPolicy	chr ADGR ?D 3	a93	va
 SolidStatePolicy	chr ADGR ?D 3	a93	va
ADMX_DiskQuota	node G 1P	m16
 DQ_RemovableMedia	chr ADGR ?D 3	a93	va
 DQ_Enable	chr ADGR ?D 3	a93	va
 DQ_Enforce	chr ADGR ?D 3	a93	va
 DQ_LogEventOverLimit	chr ADGR ?D 3	a93	va
 DQ_LogEventOverThreshold	chr ADGR ?D 3	a93	va
 DQ_Limit	chr ADGR ?D 3	a93	va
ADMX_DistributedLinkTracking	node G 1P	m16
 DLT_AllowDomainMode	chr ADGR ?D 3	a93	va
ADMX_DnsClient	node G 1P	m16
 DNS_AppendToMultiLabelName	chr ADGR ?D 3	a93	va
 DNS_AllowFQDNNetBiosQueries	chr ADGR ?D 3	a93	va
 DNS_Domain	chr ADGR ?D 3	a93	va
 DNS_NameServer	chr ADGR ?D 3	a93	va
 DNS_SearchList	chr ADGR ?D 3	a93	va
 DNS_RegistrationEnabled	chr ADGR ?D 3	a93	va
 DNS_IdnMapping	chr ADGR ?D 3	a93	va
 DNS_PreferLocalResponsesOverLowerOrderDns	chr ADGR ?D 3	a93	va
 DNS_PrimaryDnsSuffix	chr ADGR ?D 3	a93	va
 DNS_UseDomainNameDevolution	chr ADGR ?D 3	a93	va
 DNS_DomainNameDevolutionLevel	chr ADGR ?D 3	a93	va
 DNS_RegisterAdapterName	chr ADGR ?D 3	a93	va
 DNS_RegisterReverseLookup	chr ADGR ?D 3	a93	va
 DNS_RegistrationRefreshInterval	chr ADGR ?D 3	a93	va
 DNS_RegistrationOverwritesInConflict	chr ADGR ?D 3	a93	va
 DNS_RegistrationTtl	chr ADGR ?D 3	a93	va
 DNS_IdnEncoding	chr ADGR ?D 3	a93	va
 Turn_Off_Multicast	chr ADGR ?D 3	a93	va
 DNS_SmartMultiHomedNameResolution	chr ADGR ?D 3	a93	va
 DNS_SmartProtocolReorder	chr ADGR ?D 3	a93	va
 DNS_UpdateSecurityLevel	chr ADGR ?D 3	a93	va
 DNS_UpdateTopLevelDomainZones	chr ADGR ?D 3	a93	va
ADMX_DWM	node G 1P	m16
 DwmDisallowAnimations_2	chr ADGR ?D 3	a93	va
 DwmDisallowColorizationColorChanges_2	chr ADGR ?D 3	a93	va
 DwmDefaultColorizationColor_2	chr ADGR ?D 3	a93	va
ADMX_EncryptFilesonMove	node G 1P	m16
 NoEncryptOnMove	chr ADGR ?D 3	a93	va
ADMX_EnhancedStorage	node G 1P	m16
 RootHubConnectedEnStorDevices	chr ADGR ?D 3	a93	va
 ApprovedEnStorDevices	chr ADGR ?D 3	a93	va
 ApprovedSilos	chr ADGR ?D 3	a93	va
 DisallowLegacyDiskDevices	chr ADGR ?D 3	a93	va
 DisablePasswordAuthentication	chr ADGR ?D 3	a93	va
 LockDeviceOnMachineLock	chr ADGR ?D 3	a93	va
ADMX_ErrorReporting	node G 1P	m16
 WerCER	chr ADGR ?D 3	a93	va
 WerArchive_2	chr ADGR ?D 3	a93	va
 WerQueue_2	chr ADGR ?D 3	a93	va
 PCH_AllOrNoneDef	chr ADGR ?D 3	a93	va
 PCH_AllOrNoneInc	chr ADGR ?D 3	a93	va
 WerExlusion_2	chr ADGR ?D 3	a93	va
 PCH_AllOrNoneEx	chr ADGR ?D 3	a93	va
 PCH_ReportOperatingSystemFaults	chr ADGR ?D 3	a93	va
 WerAutoApproveOSDumps_2	chr ADGR ?D 3	a93	va
 PCH_ConfigureReport	chr ADGR ?D 3	a93	va
 WerDefaultConsent_2	chr ADGR ?D 3	a93	va
 WerConsentOverride_2	chr ADGR ?D 3	a93	va
 WerNoLogging_2	chr ADGR ?D 3	a93	va
 WerBypassDataThrottling_2	chr ADGR ?D 3	a93	va
 WerBypassPowerThrottling_2	chr ADGR ?D 3	a93	va
 WerBypassNetworkCostThrottling_2	chr ADGR ?D 3	a93	va
ADMX_EventForwarding	node G 1P	m16
 ForwarderResourceUsage	chr ADGR ?D 3	a93	va
 SubscriptionManager	chr ADGR ?D 3	a93	va
ADMX_EventLog	node G 1P	m16
 Channel_Log_AutoBackup_1	chr ADGR ?D 3	a93	va
 Channel_Log_FileLogAccess_1	chr ADGR ?D 3	a93	va
 Channel_Log_FileLogAccess_5	chr ADGR ?D 3	a93	va
 Channel_LogFilePath_1	chr ADGR ?D 3	a93	va
 Channel_Log_AutoBackup_2	chr ADGR ?D 3	a93	va
 Channel_Log_FileLogAccess_2	chr ADGR ?D 3	a93	va
 Channel_Log_FileLogAccess_6	chr ADGR ?D 3	a93	va
 Channel_Log_Retention_2	chr ADGR ?D 3	a93	va
 Channel_LogFilePath_2	chr ADGR ?D 3	a93	va
 Channel_Log_AutoBackup_3	chr ADGR ?D 3	a93	va
 Channel_Log_FileLogAccess_3	chr ADGR ?D 3	a93	va
 Channel_Log_FileLogAccess_7	chr ADGR ?D 3	a93	va
 Channel_Log_Retention_3	chr ADGR ?D 3	a93	va
 Channel_LogFilePath_3	chr ADGR ?D 3	a93	va
 Channel_LogMaxSize_3	chr ADGR ?D 3	a93	va
 Channel_LogEnabled	chr ADGR ?D 3	a93	va
 Channel_Log_AutoBackup_4	chr ADGR ?D 3	a93	va
 Channel_Log_FileLogAccess_4	chr ADGR ?D 3	a93	va
 Channel_Log_FileLogAccess_8	chr ADGR ?D 3	a93	va
 Channel_Log_Retention_4	chr ADGR ?D 3	a93	va
 Channel_LogFilePath_4	chr ADGR ?D 3	a93	va
ADMX_EventLogging	node G 1P	m16
 EnableProtectedEventLogging	chr ADGR ?D 3	a93	va
ADMX_EventViewer	node G 1P	m16
 EventViewer_RedirectionProgram	chr ADGR ?D 3	a93	va
 EventViewer_RedirectionProgramCommandLineParameters	chr ADGR ?D 3	a93	va
 EventViewer_RedirectionURL	chr ADGR ?D 3	a93	va
ADMX_Explorer	node G 1P	m16
 DisableRoamedProfileInit	chr ADGR ?D 3	a93	va
 AdminInfoUrl	chr ADGR ?D 3	a93	va
ADMX_ExternalBoot	node G 1P	m16
 PortableOperatingSystem_Hibernate	chr ADGR ?D 3	a93	va
 PortableOperatingSystem_Sleep	chr ADGR ?D 3	a93	va
 PortableOperatingSystem_Launcher	chr ADGR ?D 3	a93	va
ADMX_FileRecovery	node G 1P	m16
 WdiScenarioExecutionPolicy	chr ADGR ?D 3	a93	va
ADMX_FileServerVSSProvider	node G 1P	m16
 Pol_EncryptProtocol	chr ADGR ?D 3	a93	va
ADMX_FileSys	node G 1P	m16
 DisableDeleteNotification	chr ADGR ?D 3	a93	va
 LongPathsEnabled	chr ADGR ?D 3	a93	va
 DisableCompression	chr ADGR ?D 3	a93	va
 DisableEncryption	chr ADGR ?D 3	a93	va
 TxfDeprecatedFunctionality	chr ADGR ?D 3	a93	va
 EnablePagefileEncryption	chr ADGR ?D 3	a93	va
 ShortNameCreationSettings	chr ADGR ?D 3	a93	va
 SymlinkEvaluation	chr ADGR ?D 3	a93	va
ADMX_FolderRedirection	node G 1P	m16
 PrimaryComputer_FR_2	chr ADGR ?D 3	a93	va
 LocalizeXPRelativePaths_2	chr ADGR ?D 3	a93	va
ADMX_fthsvc	node G 1P	m16
 WdiScenarioExecutionPolicy	chr ADGR ?D 3	a93	va
ADMX_Globalization	node G 1P	m16
 ImplicitDataCollectionOff_2	chr ADGR ?D 3	a93	va
 LockMachineUILanguage	chr ADGR ?D 3	a93	va
 PreventGeoIdChange_2	chr ADGR ?D 3	a93	va
 BlockUserInputMethodsForSignIn	chr ADGR ?D 3	a93	va
 CustomLocalesNoSelect_2	chr ADGR ?D 3	a93	va
 PreventUserOverrides_2	chr ADGR ?D 3	a93	va
 LocaleSystemRestrict	chr ADGR ?D 3	a93	va
 LocaleUserRestrict_2	chr ADGR ?D 3	a93	va
ADMX_GroupPolicy	node G 1P	m16
 AllowX-ForestPolicy-and-RUP	chr ADGR ?D 3	a93	va
 OnlyUseLocalAdminFiles	chr ADGR ?D 3	a93	va
 SlowlinkDefaultToAsync	chr ADGR ?D 3	a93	va
 SlowLinkDefaultForDirectAccess	chr ADGR ?D 3	a93	va
 CSE_DiskQuota	chr ADGR ?D 3	a93	va
 CSE_EFSRecovery	chr ADGR ?D 3	a93	va
 CSE_FolderRedirection	chr ADGR ?D 3	a93	va
 EnableLogonOptimization	chr ADGR ?D 3	a93	va
 GPTransferRate_2	chr ADGR ?D 3	a93	va
 CSE_IEM	chr ADGR ?D 3	a93	va
 CSE_IPSecurity	chr ADGR ?D 3	a93	va
 LogonScriptDelay	chr ADGR ?D 3	a93	va
 CSE_Registry	chr ADGR ?D 3	a93	va
 CSE_Scripts	chr ADGR ?D 3	a93	va
 CSE_Security	chr ADGR ?D 3	a93	va
 CSE_AppMgmt	chr ADGR ?D 3	a93	va
 UserPolicyMode	chr ADGR ?D 3	a93	va
 CSE_Wired	chr ADGR ?D 3	a93	va
 CSE_Wireless	chr ADGR ?D 3	a93	va
 EnableCDP	chr ADGR ?D 3	a93	va
 DenyRsopToInteractiveUser_2	chr ADGR ?D 3	a93	va
 ResetDfsClientInfoDuringRefreshPolicy	chr ADGR ?D 3	a93	va
 EnableLogonOptimizationOnServerSKU	chr ADGR ?D 3	a93	va
 EnableMMX	chr ADGR ?D 3	a93	va
 DisableUsersFromMachGP	chr ADGR ?D 3	a93	va
 GroupPolicyRefreshRate	chr ADGR ?D 3	a93	va
 GroupPolicyRefreshRateDC	chr ADGR ?D 3	a93	va
 SyncWaitTime	chr ADGR ?D 3	a93	va
 CorpConnSyncWaitTime	chr ADGR ?D 3	a93	va
 DisableBackgroundPolicy	chr ADGR ?D 3	a93	va
 DisableAOACProcessing	chr ADGR ?D 3	a93	va
 DisableLGPOProcessing	chr ADGR ?D 3	a93	va
 RSoPLogging	chr ADGR ?D 3	a93	va
 ProcessMitigationOptions	chr ADGR ?D 3	a93	va
 FontMitigation	chr ADGR ?D 3	a93	va
ADMX_Help	node G 1P	m16
 HelpQualifiedRootDir_Comp	chr ADGR ?D 3	a93	va
 RestrictRunFromHelp_Comp	chr ADGR ?D 3	a93	va
 DisableHHDEP	chr ADGR ?D 3	a93	va
ADMX_HelpAndSupport	node G 1P	m16
 ActiveHelp	chr ADGR ?D 3	a93	va
ADMX_hotspotauth	node G 1P	m16
 HotspotAuth_Enable	chr ADGR ?D 3	a93	va
ADMX_ICM	node G 1P	m16
 RemoveWindowsUpdate_ICM	chr ADGR ?D 3	a93	va
 ShellNoUseStoreOpenWith_2	chr ADGR ?D 3	a93	va
 CertMgr_DisableAutoRootUpdates	chr ADGR ?D 3	a93	va
 EventViewer_DisableLinks	chr ADGR ?D 3	a93	va
 HSS_HeadlinesPolicy	chr ADGR ?D 3	a93	va
 HSS_KBSearchPolicy	chr ADGR ?D 3	a93	va
 NC_ExitOnISP	chr ADGR ?D 3	a93	va
 ShellNoUseInternetOpenWith_2	chr ADGR ?D 3	a93	va
 NC_NoRegistration	chr ADGR ?D 3	a93	va
 SearchCompanion_DisableFileUpdates	chr ADGR ?D 3	a93	va
 ShellRemoveOrderPrints_2	chr ADGR ?D 3	a93	va
 ShellRemovePublishToWeb_2	chr ADGR ?D 3	a93	va
 WinMSG_NoInstrumentation_2	chr ADGR ?D 3	a93	va
 CEIPEnable	chr ADGR ?D 3	a93	va
 PCH_DoNotReport	chr ADGR ?D 3	a93	va
 DriverSearchPlaces_DontSearchWindowsUpdate	chr ADGR ?D 3	a93	va
 InternetManagement_RestrictCommunication_2	chr ADGR ?D 3	a93	va
ADMX_IIS	node G 1P	m16
 PreventIISInstall	chr ADGR ?D 3	a93	va
ADMX_iSCSI	node G 1P	m16
 iSCSIGeneral_RestrictAdditionalLogins	chr ADGR ?D 3	a93	va
 iSCSIGeneral_ChangeIQNName	chr ADGR ?D 3	a93	va
 iSCSISecurity_ChangeCHAPSecret	chr ADGR ?D 3	a93	va
 iSCSISecurity_RequireIPSec	chr ADGR ?D 3	a93	va
 iSCSISecurity_RequireMutualCHAP	chr ADGR ?D 3	a93	va
 iSCSISecurity_RequireOneWayCHAP	chr ADGR ?D 3	a93	va
 iSCSIDiscovery_NewStaticTargets	chr ADGR ?D 3	a93	va
 iSCSIDiscovery_ConfigureTargets	chr ADGR ?D 3	a93	va
 iSCSIDiscovery_ConfigureiSNSServers	chr ADGR ?D 3	a93	va
 iSCSIDiscovery_ConfigureTargetPortals	chr ADGR ?D 3	a93	va
ADMX_kdc	node G 1P	m16
 CbacAndArmor	chr ADGR ?D 3	a93	va
 PKINITFreshness	chr ADGR ?D 3	a93	va
 emitlili	chr ADGR ?D 3	a93	va
 RequestCompoundId	chr ADGR ?D 3	a93	va
 ForestSearch	chr ADGR ?D 3	a93	va
 TicketSizeThreshold	chr ADGR ?D 3	a93	va
ADMX_Kerberos	node G 1P	m16
 AlwaysSendCompoundId	chr ADGR ?D 3	a93	va
 HostToRealm	chr ADGR ?D 3	a93	va
 MitRealms	chr ADGR ?D 3	a93	va
 KdcProxyDisableServerRevocationCheck	chr ADGR ?D 3	a93	va
 StrictTarget	chr ADGR ?D 3	a93	va
 KdcProxyServer	chr ADGR ?D 3	a93	va
 ServerAcceptsCompound	chr ADGR ?D 3	a93	va
 DevicePKInitEnabled	chr ADGR ?D 3	a93	va
ADMX_LanmanServer	node G 1P	m16
 Pol_CipherSuiteOrder	chr ADGR ?D 3	a93	va
 Pol_HashPublication	chr ADGR ?D 3	a93	va
 Pol_HashSupportVersion	chr ADGR ?D 3	a93	va
 Pol_HonorCipherSuiteOrder	chr ADGR ?D 3	a93	va
ADMX_LanmanWorkstation	node G 1P	m16
 Pol_CipherSuiteOrder	chr ADGR ?D 3	a93	va
 Pol_EnableHandleCachingForCAFiles	chr ADGR ?D 3	a93	va
 Pol_EnableOfflineFilesforCAShares	chr ADGR ?D 3	a93	va
ADMX_LeakDiagnostic	node G 1P	m16
 WdiScenarioExecutionPolicy	chr ADGR ?D 3	a93	va
ADMX_LinkLayerTopologyDiscovery	node G 1P	m16
 LLTD_EnableLLTDIO	chr ADGR ?D 3	a93	va
 LLTD_EnableRspndr	chr ADGR ?D 3	a93	va
ADMX_LocationProviderAdm	node G 1P	m16
 DisableWindowsLocationProvider_1	chr ADGR ?D 3	a93	va
ADMX_Logon	node G 1P	m16
 VerboseStatus	chr ADGR ?D 3	a93	va
 UseOEMBackground	chr ADGR ?D 3	a93	va
 SyncForegroundPolicy	chr ADGR ?D 3	a93	va
 BlockUserFromShowingAccountDetailsOnSignin	chr ADGR ?D 3	a93	va
 NoWelcomeTips_2	chr ADGR ?D 3	a93	va
 DontEnumerateConnectedUsers	chr ADGR ?D 3	a93	va
 DisableExplorerRunLegacy_2	chr ADGR ?D 3	a93	va
 DisableExplorerRunOnceLegacy_2	chr ADGR ?D 3	a93	va
 Run_2	chr ADGR ?D 3	a93	va
 DisableAcrylicBackgroundOnLogon	chr ADGR ?D 3	a93	va
 DisableStatusMessages	chr ADGR ?D 3	a93	va
ADMX_MicrosoftDefenderAntivirus	node G 1P	m16
 ServiceKeepAlive	chr ADGR ?D 3	a93	va
 AllowFastServiceStartup	chr ADGR ?D 3	a93	va
 UX_Configuration_CustomDefaultActionToastString	chr ADGR ?D 3	a93	va
 UX_Configuration_UILockdown	chr ADGR ?D 3	a93	va
 UX_Configuration_Notification_Suppress	chr ADGR ?D 3	a93	va
 UX_Configuration_SuppressRebootNotification	chr ADGR ?D 3	a93	va
 DisableLocalAdminMerge	chr ADGR ?D 3	a93	va
 ProxyBypass	chr ADGR ?D 3	a93	va
 ProxyPacUrl	chr ADGR ?D 3	a93	va
 ProxyServer	chr ADGR ?D 3	a93	va
 Exclusions_Extensions	chr ADGR ?D 3	a93	va
 Exclusions_Paths	chr ADGR ?D 3	a93	va
 Exclusions_Processes	chr ADGR ?D 3	a93	va
 DisableAutoExclusions	chr ADGR ?D 3	a93	va
 Spynet_LocalSettingOverrideSpynetReporting	chr ADGR ?D 3	a93	va
 DisableBlockAtFirstSeen	chr ADGR ?D 3	a93	va
 SpynetReporting	chr ADGR ?D 3	a93	va
 ExploitGuard_ASR_Rules	chr ADGR ?D 3	a93	va
 ExploitGuard_ASR_ASROnlyExclusions	chr ADGR ?D 3	a93	va
 ExploitGuard_ControlledFolderAccess_AllowedApplications	chr ADGR ?D 3	a93	va
 ExploitGuard_ControlledFolderAccess_ProtectedFolders	chr ADGR ?D 3	a93	va
 MpEngine_EnableFileHashComputation	chr ADGR ?D 3	a93	va
 Nis_Consumers_IPS_sku_differentiation_Signature_Set_Guid	chr ADGR ?D 3	a93	va
 Nis_Consumers_IPS_DisableSignatureRetirement	chr ADGR ?D 3	a93	va
 Nis_DisableProtocolRecognition	chr ADGR ?D 3	a93	va
 Quarantine_LocalSettingOverridePurgeItemsAfterDelay	chr ADGR ?D 3	a93	va
 Quarantine_PurgeItemsAfterDelay	chr ADGR ?D 3	a93	va
 RandomizeScheduleTaskTimes	chr ADGR ?D 3	a93	va
 RealtimeProtection_LocalSettingOverrideDisableOnAccessProtection	chr ADGR ?D 3	a93	va
 RealtimeProtection_LocalSettingOverrideRealtimeScanDirection	chr ADGR ?D 3	a93	va
 RealtimeProtection_LocalSettingOverrideDisableIOAVProtection	chr ADGR ?D 3	a93	va
 RealtimeProtection_LocalSettingOverrideDisableBehaviorMonitoring	chr ADGR ?D 3	a93	va
 RealtimeProtection_LocalSettingOverrideDisableRealtimeMonitoring	chr ADGR ?D 3	a93	va
 RealtimeProtection_IOAVMaxSize	chr ADGR ?D 3	a93	va
 RealtimeProtection_DisableOnAccessProtection	chr ADGR ?D 3	a93	va
 RealtimeProtection_DisableIOAVProtection	chr ADGR ?D 3	a93	va
 DisableRealtimeMonitoring	chr ADGR ?D 3	a93	va
 RealtimeProtection_DisableBehaviorMonitoring	chr ADGR ?D 3	a93	va
 RealtimeProtection_DisableScanOnRealtimeEnable	chr ADGR ?D 3	a93	va
 RealtimeProtection_DisableRawWriteNotification	chr ADGR ?D 3	a93	va
 Remediation_LocalSettingOverrideScan_ScheduleTime	chr ADGR ?D 3	a93	va
 Remediation_Scan_ScheduleDay	chr ADGR ?D 3	a93	va
 Remediation_Scan_ScheduleTime	chr ADGR ?D 3	a93	va
 Reporting_CriticalFailureTimeout	chr ADGR ?D 3	a93	va
 Reporting_NonCriticalTimeout	chr ADGR ?D 3	a93	va
 Reporting_RecentlyCleanedTimeout	chr ADGR ?D 3	a93	va
 Reporting_AdditionalActionTimeout	chr ADGR ?D 3	a93	va
 Reporting_DisablegenericrePorts	chr ADGR ?D 3	a93	va
 Reporting_WppTracingComponents	chr ADGR ?D 3	a93	va
 Reporting_WppTracingLevel	chr ADGR ?D 3	a93	va
 Reporting_DisableEnhancedNotifications	chr ADGR ?D 3	a93	va
 Scan_AllowPause	chr ADGR ?D 3	a93	va
 Scan_LocalSettingOverrideAvgCPULoadFactor	chr ADGR ?D 3	a93	va
 Scan_LocalSettingOverrideScheduleDay	chr ADGR ?D 3	a93	va
 Scan_LocalSettingOverrideScheduleQuickScantime	chr ADGR ?D 3	a93	va
 Scan_LocalSettingOverrideScheduleTime	chr ADGR ?D 3	a93	va
 Scan_LocalSettingOverrideScanParameters	chr ADGR ?D 3	a93	va
 Scan_LowCpuPriority	chr ADGR ?D 3	a93	va
 Scan_DisableRestorePoint	chr ADGR ?D 3	a93	va
 Scan_MissedScheduledScanCountBeforeCatchup	chr ADGR ?D 3	a93	va
 Scan_DisableScanningMappedNetworkDrivesForFullScan	chr ADGR ?D 3	a93	va
 Scan_DisableArchiveScanning	chr ADGR ?D 3	a93	va
 Scan_DisableScanningNetworkFiles	chr ADGR ?D 3	a93	va
 Scan_DisablePackedExeScanning	chr ADGR ?D 3	a93	va
 Scan_DisableRemovableDriveScanning	chr ADGR ?D 3	a93	va
 Scan_ScheduleDay	chr ADGR ?D 3	a93	va
 Scan_QuickScanInterval	chr ADGR ?D 3	a93	va
 Scan_ArchiveMaxDepth	chr ADGR ?D 3	a93	va
 Scan_ArchiveMaxSize	chr ADGR ?D 3	a93	va
 Scan_ScheduleTime	chr ADGR ?D 3	a93	va
 Scan_ScanOnlyIfIdle	chr ADGR ?D 3	a93	va
 Scan_DisableEmailScanning	chr ADGR ?D 3	a93	va
 Scan_DisableHeuristics	chr ADGR ?D 3	a93	va
 Scan_PurgeItemsAfterDelay	chr ADGR ?D 3	a93	va
 Scan_DisableReparsePointScanning	chr ADGR ?D 3	a93	va
 SignatureUpdate_SignatureDisableNotification	chr ADGR ?D 3	a93	va
 SignatureUpdate_RealtimeSignatureDelivery	chr ADGR ?D 3	a93	va
 SignatureUpdate_ForceUpdateFromMU	chr ADGR ?D 3	a93	va
 SignatureUpdate_DisableScheduledSignatureUpdateonBattery	chr ADGR ?D 3	a93	va
 SignatureUpdate_UpdateOnStartup	chr ADGR ?D 3	a93	va
 SignatureUpdate_DefinitionUpdateFileSharesSources	chr ADGR ?D 3	a93	va
 SignatureUpdate_SharedSignaturesLocation	chr ADGR ?D 3	a93	va
 SignatureUpdate_SignatureUpdateCatchupInterval	chr ADGR ?D 3	a93	va
 SignatureUpdate_ASSignatureDue	chr ADGR ?D 3	a93	va
 SignatureUpdate_AVSignatureDue	chr ADGR ?D 3	a93	va
 SignatureUpdate_FallbackOrder	chr ADGR ?D 3	a93	va
 SignatureUpdate_DisableUpdateOnStartupWithoutEngine	chr ADGR ?D 3	a93	va
 SignatureUpdate_ScheduleDay	chr ADGR ?D 3	a93	va
 SignatureUpdate_ScheduleTime	chr ADGR ?D 3	a93	va
 SignatureUpdate_DisableScanOnUpdate	chr ADGR ?D 3	a93	va
 Threats_ThreatIdDefaultAction	chr ADGR ?D 3	a93	va
 DisableAntiSpywareDefender	chr ADGR ?D 3	a93	va
 DisableRoutinelyTakingAction	chr ADGR ?D 3	a93	va
ADMX_MobilePCMobilityCenter	node G 1P	m16
 MobilityCenterEnable_2	chr ADGR ?D 3	a93	va
ADMX_MobilePCPresentationSettings	node G 1P	m16
 PresentationSettingsEnable_2	chr ADGR ?D 3	a93	va
ADMX_MSAPolicy	node G 1P	m16
 MicrosoftAccount_DisableUserAuth	chr ADGR ?D 3	a93	va
ADMX_msched	node G 1P	m16
 ActivationBoundaryPolicy	chr ADGR ?D 3	a93	va
 RandomDelayPolicy	chr ADGR ?D 3	a93	va
ADMX_MSDT	node G 1P	m16
 WdiScenarioExecutionPolicy	chr ADGR ?D 3	a93	va
 MsdtToolDownloadPolicy	chr ADGR ?D 3	a93	va
 MsdtSupportProvider	chr ADGR ?D 3	a93	va
ADMX_MSI	node G 1P	m16
 AllowLockdownBrowse	chr ADGR ?D 3	a93	va
 AllowLockdownPatch	chr ADGR ?D 3	a93	va
 AllowLockdownMedia	chr ADGR ?D 3	a93	va
 MSI_MaxPatchCacheSize	chr ADGR ?D 3	a93	va
 MSI_EnforceUpgradeComponentRules	chr ADGR ?D 3	a93	va
 MsiDisableEmbeddedUI	chr ADGR ?D 3	a93	va
 SafeForScripting	chr ADGR ?D 3	a93	va
 DisablePatch	chr ADGR ?D 3	a93	va
 DisableFlyweightPatching	chr ADGR ?D 3	a93	va
 MSI_DisableLUAPatching	chr ADGR ?D 3	a93	va
 MSI_DisablePatchUninstall	chr ADGR ?D 3	a93	va
 DisableRollback_2	chr ADGR ?D 3	a93	va
 DisableAutomaticApplicationShutdown	chr ADGR ?D 3	a93	va
 MSI_DisableUserInstalls	chr ADGR ?D 3	a93	va
 DisableBrowse	chr ADGR ?D 3	a93	va
 TransformsSecure	chr ADGR ?D 3	a93	va
 MSILogging	chr ADGR ?D 3	a93	va
 MSI_DisableSRCheckPoints	chr ADGR ?D 3	a93	va
 DisableLoggingFromPackage	chr ADGR ?D 3	a93	va
 DisableSharedComponent	chr ADGR ?D 3	a93	va
 DisableMSI	chr ADGR ?D 3	a93	va
ADMX_MsiFileRecovery	node G 1P	m16
 WdiScenarioExecutionPolicy	chr ADGR ?D 3	a93	va
ADMX_MSS-legacy	node G 1P	m16
 Pol_MSS_AutoAdminLogon	chr ADGR ?D 3	a93	va
 Pol_MSS_AutoReboot	chr ADGR ?D 3	a93	va
 Pol_MSS_AutoShareServer	chr ADGR ?D 3	a93	va
 Pol_MSS_AutoShareWks	chr ADGR ?D 3	a93	va
 Pol_MSS_DisableSavePassword	chr ADGR ?D 3	a93	va
 Pol_MSS_EnableDeadGWDetect	chr ADGR ?D 3	a93	va
 Pol_MSS_HideFromBrowseList	chr ADGR ?D 3	a93	va
 Pol_MSS_KeepAliveTime	chr ADGR ?D 3	a93	va
 Pol_MSS_NoDefaultExempt	chr ADGR ?D 3	a93	va
 Pol_MSS_NtfsDisable8dot3NameCreation	chr ADGR ?D 3	a93	va
 Pol_MSS_PerformRouterDiscovery	chr ADGR ?D 3	a93	va
 Pol_MSS_SafeDllSearchMode	chr ADGR ?D 3	a93	va
 Pol_MSS_ScreenSaverGracePeriod	chr ADGR ?D 3	a93	va
 Pol_MSS_SynAttackProtect	chr ADGR ?D 3	a93	va
 Pol_MSS_TcpMaxConnectResponseRetransmissions	chr ADGR ?D 3	a93	va
 Pol_MSS_TcpMaxDataRetransmissionsIPv6	chr ADGR ?D 3	a93	va
 Pol_MSS_TcpMaxDataRetransmissions	chr ADGR ?D 3	a93	va
 Pol_MSS_WarningLevel	chr ADGR ?D 3	a93	va
ADMX_nca	node G 1P	m16
 CorporateResources	chr ADGR ?D 3	a93	va
 CustomCommands	chr ADGR ?D 3	a93	va
 PassiveMode	chr ADGR ?D 3	a93	va
 FriendlyName	chr ADGR ?D 3	a93	va
 DTEs	chr ADGR ?D 3	a93	va
 LocalNamesOn	chr ADGR ?D 3	a93	va
 SupportEmail	chr ADGR ?D 3	a93	va
 ShowUI	chr ADGR ?D 3	a93	va
ADMX_NCSI	node G 1P	m16
 NCSI_CorpDnsProbeContent	chr ADGR ?D 3	a93	va
 NCSI_CorpDnsProbeHost	chr ADGR ?D 3	a93	va
 NCSI_CorpSitePrefixes	chr ADGR ?D 3	a93	va
 NCSI_CorpWebProbeUrl	chr ADGR ?D 3	a93	va
 NCSI_DomainLocationDeterminationUrl	chr ADGR ?D 3	a93	va
 NCSI_GlobalDns	chr ADGR ?D 3	a93	va
 NCSI_PassivePolling	chr ADGR ?D 3	a93	va
ADMX_Netlogon	node G 1P	m16
 Netlogon_AllowNT4Crypto	chr ADGR ?D 3	a93	va
 Netlogon_AvoidPdcOnWan	chr ADGR ?D 3	a93	va
 Netlogon_IgnoreIncomingMailslotMessages	chr ADGR ?D 3	a93	va
 Netlogon_AvoidFallbackNetbiosDiscovery	chr ADGR ?D 3	a93	va
 Netlogon_ForceRediscoveryInterval	chr ADGR ?D 3	a93	va
 Netlogon_AddressTypeReturned	chr ADGR ?D 3	a93	va
 Netlogon_LdapSrvPriority	chr ADGR ?D 3	a93	va
 Netlogon_DnsTtl	chr ADGR ?D 3	a93	va
 Netlogon_LdapSrvWeight	chr ADGR ?D 3	a93	va
 Netlogon_AddressLookupOnPingBehavior	chr ADGR ?D 3	a93	va
 Netlogon_DnsAvoidRegisterRecords	chr ADGR ?D 3	a93	va
 Netlogon_UseDynamicDns	chr ADGR ?D 3	a93	va
 Netlogon_DnsRefreshInterval	chr ADGR ?D 3	a93	va
 Netlogon_NdncSiteCoverage	chr ADGR ?D 3	a93	va
 Netlogon_SiteCoverage	chr ADGR ?D 3	a93	va
 Netlogon_GcSiteCoverage	chr ADGR ?D 3	a93	va
 Netlogon_TryNextClosestSite	chr ADGR ?D 3	a93	va
 Netlogon_AutoSiteCoverage	chr ADGR ?D 3	a93	va
 Netlogon_AllowDnsSuffixSearch	chr ADGR ?D 3	a93	va
 Netlogon_AllowSingleLabelDnsDomain	chr ADGR ?D 3	a93	va
 Netlogon_DnsSrvRecordUseLowerCaseHostNames	chr ADGR ?D 3	a93	va
 Netlogon_NetlogonShareCompatibilityMode	chr ADGR ?D 3	a93	va
 Netlogon_ScavengeInterval	chr ADGR ?D 3	a93	va
 Netlogon_SysvolShareCompatibilityMode	chr ADGR ?D 3	a93	va
 Netlogon_ExpectedDialupDelay	chr ADGR ?D 3	a93	va
 Netlogon_DebugFlag	chr ADGR ?D 3	a93	va
 Netlogon_MaximumLogFileSize	chr ADGR ?D 3	a93	va
 Netlogon_NegativeCachePeriod	chr ADGR ?D 3	a93	va
 Netlogon_NonBackgroundSuccessfulRefreshPeriod	chr ADGR ?D 3	a93	va
 Netlogon_SiteName	chr ADGR ?D 3	a93	va
 Netlogon_BackgroundRetryQuitTime	chr ADGR ?D 3	a93	va
 Netlogon_BackgroundRetryInitialPeriod	chr ADGR ?D 3	a93	va
 Netlogon_BackgroundRetryMaximumPeriod	chr ADGR ?D 3	a93	va
 Netlogon_BackgroundSuccessfulRefreshPeriod	chr ADGR ?D 3	a93	va
 Netlogon_PingUrgencyMode	chr ADGR ?D 3	a93	va
ADMX_NetworkConnections	node G 1P	m16
 NC_DoNotShowLocalOnlyIcon	chr ADGR ?D 3	a93	va
 NC_PersonalFirewallConfig	chr ADGR ?D 3	a93	va
 NC_ShowSharedAccessUI	chr ADGR ?D 3	a93	va
 NC_StdDomainUserSetLocation	chr ADGR ?D 3	a93	va
 NC_ForceTunneling	chr ADGR ?D 3	a93	va
ADMX_OfflineFiles	node G 1P	m16
 Pol_GoOfflineAction_2	chr ADGR ?D 3	a93	va
 Pol_Enabled	chr ADGR ?D 3	a93	va
 Pol_PurgeAtLogoff	chr ADGR ?D 3	a93	va
 Pol_BackgroundSyncSettings	chr ADGR ?D 3	a93	va
 Pol_SlowLinkSpeed	chr ADGR ?D 3	a93	va
 Pol_SlowLinkSettings	chr ADGR ?D 3	a93	va
 Pol_DefCacheSize	chr ADGR ?D 3	a93	va
 Pol_ExclusionListSettings	chr ADGR ?D 3	a93	va
 Pol_SyncOnCostedNetwork	chr ADGR ?D 3	a93	va
 Pol_OnlineCachingSettings	chr ADGR ?D 3	a93	va
 Pol_EncryptOfflineFiles	chr ADGR ?D 3	a93	va
 Pol_EventLoggingLevel_2	chr ADGR ?D 3	a93	va
 Pol_ExtExclusionList	chr ADGR ?D 3	a93	va
 Pol_ReminderInitTimeout_2	chr ADGR ?D 3	a93	va
 Pol_CacheSize	chr ADGR ?D 3	a93	va
 Pol_CustomGoOfflineActions_2	chr ADGR ?D 3	a93	va
 Pol_NoCacheViewer_2	chr ADGR ?D 3	a93	va
 Pol_NoConfigCache_2	chr ADGR ?D 3	a93	va
 Pol_ReminderFreq_2	chr ADGR ?D 3	a93	va
 Pol_ReminderTimeout_2	chr ADGR ?D 3	a93	va
 Pol_NoMakeAvailableOffline_2	chr ADGR ?D 3	a93	va
 Pol_NoPinFiles_2	chr ADGR ?D 3	a93	va
 Pol_WorkOfflineDisabled_2	chr ADGR ?D 3	a93	va
 Pol_AssignedOfflineFiles_2	chr ADGR ?D 3	a93	va
 Pol_AlwaysPinSubFolders	chr ADGR ?D 3	a93	va
 Pol_SyncAtLogoff_2	chr ADGR ?D 3	a93	va
 Pol_SyncAtLogon_2	chr ADGR ?D 3	a93	va
 Pol_SyncAtSuspend_2	chr ADGR ?D 3	a93	va
 Pol_NoReminders_2	chr ADGR ?D 3	a93	va
 Pol_QuickAdimPin	chr ADGR ?D 3	a93	va
ADMX_pca	node G 1P	m16
 DetectDeprecatedCOMComponentFailuresPolicy	chr ADGR ?D 3	a93	va
 DetectDeprecatedComponentFailuresPolicy	chr ADGR ?D 3	a93	va
 DetectInstallFailuresPolicy	chr ADGR ?D 3	a93	va
 DetectUndetectedInstallersPolicy	chr ADGR ?D 3	a93	va
 DetectUpdateFailuresPolicy	chr ADGR ?D 3	a93	va
 DisablePcaUIPolicy	chr ADGR ?D 3	a93	va
 DetectBlockedDriversPolicy	chr ADGR ?D 3	a93	va
ADMX_PeerToPeerCaching	node G 1P	m16
 EnableWindowsBranchCache_SMB	chr ADGR ?D 3	a93	va
 SetDowngrading	chr ADGR ?D 3	a93	va
 EnableWindowsBranchCache_HostedMultipleServers	chr ADGR ?D 3	a93	va
 EnableWindowsBranchCache_HostedCacheDiscovery	chr ADGR ?D 3	a93	va
 SetDataCacheEntryMaxAge	chr ADGR ?D 3	a93	va
 EnableWindowsBranchCache_Distributed	chr ADGR ?D 3	a93	va
 EnableWindowsBranchCache_Hosted	chr ADGR ?D 3	a93	va
 SetCachePercent	chr ADGR ?D 3	a93	va
 EnableWindowsBranchCache	chr ADGR ?D 3	a93	va
ADMX_PenTraining	node G 1P	m16
 PenTrainingOff_2	chr ADGR ?D 3	a93	va
ADMX_PerformanceDiagnostics	node G 1P	m16
 WdiScenarioExecutionPolicy_1	chr ADGR ?D 3	a93	va
 WdiScenarioExecutionPolicy_3	chr ADGR ?D 3	a93	va
 WdiScenarioExecutionPolicy_4	chr ADGR ?D 3	a93	va
 WdiScenarioExecutionPolicy_2	chr ADGR ?D 3	a93	va
ADMX_Power	node G 1P	m16
 Dont_PowerOff_AfterShutdown	chr ADGR ?D 3	a93	va
 DCStartMenuButtonAction_2	chr ADGR ?D 3	a93	va
 ACStartMenuButtonAction_2	chr ADGR ?D 3	a93	va
 DiskDCPowerDownTimeOut_2	chr ADGR ?D 3	a93	va
 DiskACPowerDownTimeOut_2	chr ADGR ?D 3	a93	va
 DCBatteryDischargeAction0_2	chr ADGR ?D 3	a93	va
 DCBatteryDischargeLevel0_2	chr ADGR ?D 3	a93	va
 DCBatteryDischargeAction1_2	chr ADGR ?D 3	a93	va
 DCBatteryDischargeLevel1_2	chr ADGR ?D 3	a93	va
 ReserveBatteryNotificationLevel	chr ADGR ?D 3	a93	va
 DCBatteryDischargeLevel1UINotification_2	chr ADGR ?D 3	a93	va
 PowerThrottlingTurnOff	chr ADGR ?D 3	a93	va
 InboxActiveSchemeOverride_2	chr ADGR ?D 3	a93	va
 AllowSystemPowerRequestDC	chr ADGR ?D 3	a93	va
 AllowSystemPowerRequestAC	chr ADGR ?D 3	a93	va
 AllowSystemSleepWithRemoteFilesOpenDC	chr ADGR ?D 3	a93	va
 AllowSystemSleepWithRemoteFilesOpenAC	chr ADGR ?D 3	a93	va
 DCConnectivityInStandby_2	chr ADGR ?D 3	a93	va
 ACConnectivityInStandby_2	chr ADGR ?D 3	a93	va
 DCCriticalSleepTransitionsDisable_2	chr ADGR ?D 3	a93	va
 ACCriticalSleepTransitionsDisable_2	chr ADGR ?D 3	a93	va
 CustomActiveSchemeOverride_2	chr ADGR ?D 3	a93	va
 EnableDesktopSlideShowDC	chr ADGR ?D 3	a93	va
 EnableDesktopSlideShowAC	chr ADGR ?D 3	a93	va
ADMX_PowerShellExecutionPolicy	node G 1P	m16
 EnableUpdateHelpDefaultSourcePath	chr ADGR ?D 3	a93	va
 EnableModuleLogging	chr ADGR ?D 3	a93	va
 EnableTranscripting	chr ADGR ?D 3	a93	va
 EnableScripts	chr ADGR ?D 3	a93	va
ADMX_PreviousVersions	node G 1P	m16
 DisableLocalPage_2	chr ADGR ?D 3	a93	va
 DisableRemotePage_2	chr ADGR ?D 3	a93	va
 HideBackupEntries_2	chr ADGR ?D 3	a93	va
 DisableLocalRestore_2	chr ADGR ?D 3	a93	va
 DisableBackupRestore_2	chr ADGR ?D 3	a93	va
 DisableRemoteRestore_2	chr ADGR ?D 3	a93	va
ADMX_Printing	node G 1P	m16
 AllowWebPrinting	chr ADGR ?D 3	a93	va
 DomainPrinters	chr ADGR ?D 3	a93	va
 NonDomainPrinters	chr ADGR ?D 3	a93	va
 ShowJobTitleInEventLogs	chr ADGR ?D 3	a93	va
 ForceSoftwareRasterization	chr ADGR ?D 3	a93	va
 EMFDespooling	chr ADGR ?D 3	a93	va
 MXDWUseLegacyOutputFormatMSXPS	chr ADGR ?D 3	a93	va
 PhysicalLocation	chr ADGR ?D 3	a93	va
 CustomizedSupportUrl	chr ADGR ?D 3	a93	va
 KMPrintersAreBlocked	chr ADGR ?D 3	a93	va
 V4DriverDisallowPrinterExtension	chr ADGR ?D 3	a93	va
 PrintDriverIsolationExecutionPolicy	chr ADGR ?D 3	a93	va
 DoNotInstallCompatibleDriverFromWindowsUpdate	chr ADGR ?D 3	a93	va
 ApplicationDriverIsolation	chr ADGR ?D 3	a93	va
 PackagePointAndPrintOnly_Win7	chr ADGR ?D 3	a93	va
 PrintDriverIsolationOverrideCompat	chr ADGR ?D 3	a93	va
 PackagePointAndPrintServerList_Win7	chr ADGR ?D 3	a93	va
 PhysicalLocationSupport	chr ADGR ?D 3	a93	va
 PrinterServerThread	chr ADGR ?D 3	a93	va
ADMX_Printing2	node G 1P	m16
 RegisterSpoolerRemoteRpcEndPoint	chr ADGR ?D 3	a93	va
 ImmortalPrintQueue	chr ADGR ?D 3	a93	va
 AutoPublishing	chr ADGR ?D 3	a93	va
 VerifyPublishedState	chr ADGR ?D 3	a93	va
 PruningInterval	chr ADGR ?D 3	a93	va
 PruningPriority	chr ADGR ?D 3	a93	va
 PruningRetries	chr ADGR ?D 3	a93	va
 PruningRetryLog	chr ADGR ?D 3	a93	va
 PruneDownlevel	chr ADGR ?D 3	a93	va
ADMX_PushToInstall	node G 1P	m16
 DisablePushToInstall	chr ADGR ?D 3	a93	va
ADMX_QOS	node G 1P	m16
 QosServiceTypeBestEffort_C	chr ADGR ?D 3	a93	va
 QosServiceTypeControlledLoad_C	chr ADGR ?D 3	a93	va
 QosServiceTypeGuaranteed_C	chr ADGR ?D 3	a93	va
 QosServiceTypeNetworkControl_C	chr ADGR ?D 3	a93	va
 QosServiceTypeQualitative_C	chr ADGR ?D 3	a93	va
 QosServiceTypeBestEffort_NC	chr ADGR ?D 3	a93	va
 QosServiceTypeControlledLoad_NC	chr ADGR ?D 3	a93	va
 QosServiceTypeGuaranteed_NC	chr ADGR ?D 3	a93	va
 QosServiceTypeNetworkControl_NC	chr ADGR ?D 3	a93	va
 QosServiceTypeQualitative_NC	chr ADGR ?D 3	a93	va
 QosServiceTypeBestEffort_PV	chr ADGR ?D 3	a93	va
 QosServiceTypeControlledLoad_PV	chr ADGR ?D 3	a93	va
 QosServiceTypeGuaranteed_PV	chr ADGR ?D 3	a93	va
 QosServiceTypeNetworkControl_PV	chr ADGR ?D 3	a93	va
 QosServiceTypeNonConforming	chr ADGR ?D 3	a93	va
 QosServiceTypeQualitative_PV	chr ADGR ?D 3	a93	va
 QosMaxOutstandingSends	chr ADGR ?D 3	a93	va
 QosNonBestEffortLimit	chr ADGR ?D 3	a93	va
 QosTimerResolution	chr ADGR ?D 3	a93	va
ADMX_Radar	node G 1P	m16
 WdiScenarioExecutionPolicy	chr ADGR ?D 3	a93	va
ADMX_Reliability	node G 1P	m16
 ShutdownEventTrackerStateFile	chr ADGR ?D 3	a93	va
 ShutdownReason	chr ADGR ?D 3	a93	va
 EE_EnablePersistentTimeStamp	chr ADGR ?D 3	a93	va
 PCH_ReportShutdownEvents	chr ADGR ?D 3	a93	va
ADMX_RemoteAssistance	node G 1P	m16
 RA_EncryptedTicketOnly	chr ADGR ?D 3	a93	va
 RA_Optimize_Bandwidth	chr ADGR ?D 3	a93	va
ADMX_RemovableStorage	node G 1P	m16
 RemovableStorageClasses_DenyAll_Access_2	chr ADGR ?D 3	a93	va
 Removable_Remote_Allow_Access	chr ADGR ?D 3	a93	va
 CDandDVD_DenyExecute_Access_2	chr ADGR ?D 3	a93	va
 CDandDVD_DenyRead_Access_2	chr ADGR ?D 3	a93	va
 CDandDVD_DenyWrite_Access_2	chr ADGR ?D 3	a93	va
 CustomClasses_DenyRead_Access_2	chr ADGR ?D 3	a93	va
 CustomClasses_DenyWrite_Access_2	chr ADGR ?D 3	a93	va
 FloppyDrives_DenyExecute_Access_2	chr ADGR ?D 3	a93	va
 FloppyDrives_DenyRead_Access_2	chr ADGR ?D 3	a93	va
 FloppyDrives_DenyWrite_Access_2	chr ADGR ?D 3	a93	va
 RemovableDisks_DenyExecute_Access_2	chr ADGR ?D 3	a93	va
 RemovableDisks_DenyRead_Access_2	chr ADGR ?D 3	a93	va
 AccessRights_RebootTime_2	chr ADGR ?D 3	a93	va
 TapeDrives_DenyExecute_Access_2	chr ADGR ?D 3	a93	va
 TapeDrives_DenyRead_Access_2	chr ADGR ?D 3	a93	va
 TapeDrives_DenyWrite_Access_2	chr ADGR ?D 3	a93	va
 WPDDevices_DenyRead_Access_2	chr ADGR ?D 3	a93	va
 WPDDevices_DenyWrite_Access_2	chr ADGR ?D 3	a93	va
ADMX_RPC	node G 1P	m16
 RpcIgnoreDelegationFailure	chr ADGR ?D 3	a93	va
 RpcStateInformation	chr ADGR ?D 3	a93	va
 RpcExtendedErrorInformation	chr ADGR ?D 3	a93	va
 RpcMinimumHttpConnectionTimeout	chr ADGR ?D 3	a93	va
ADMX_sam	node G 1P	m16
 SamNGCKeyROCAValidation	chr ADGR ?D 3	a93	va
ADMX_Scripts	node G 1P	m16
 Allow_Logon_Script_NetbiosDisabled	chr ADGR ?D 3	a93	va
 Run_Shutdown_Script_Visible	chr ADGR ?D 3	a93	va
 Run_Startup_Script_Visible	chr ADGR ?D 3	a93	va
 Run_Logon_Script_Sync_2	chr ADGR ?D 3	a93	va
 Run_Startup_Script_Sync	chr ADGR ?D 3	a93	va
 Run_Computer_PS_Scripts_First	chr ADGR ?D 3	a93	va
 Run_User_PS_Scripts_First	chr ADGR ?D 3	a93	va
 MaxGPOScriptWaitPolicy	chr ADGR ?D 3	a93	va
ADMX_sdiageng	node G 1P	m16
 ScriptedDiagnosticsSecurityPolicy	chr ADGR ?D 3	a93	va
 ScriptedDiagnosticsExecutionPolicy	chr ADGR ?D 3	a93	va
 BetterWhenConnected	chr ADGR ?D 3	a93	va
ADMX_sdiagschd	node G 1P	m16
 ScheduledDiagnosticsExecutionPolicy	chr ADGR ?D 3	a93	va
ADMX_Securitycenter	node G 1P	m16
 SecurityCenter_SecurityCenterInDomain	chr ADGR ?D 3	a93	va
ADMX_Sensors	node G 1P	m16
 DisableLocationScripting_2	chr ADGR ?D 3	a93	va
 DisableSensors_2	chr ADGR ?D 3	a93	va
ADMX_ServerManager	node G 1P	m16
 Do_not_display_Manage_Your_Server_page	chr ADGR ?D 3	a93	va
 ServerManagerAutoRefreshRate	chr ADGR ?D 3	a93	va
 DoNotLaunchInitialConfigurationTasks	chr ADGR ?D 3	a93	va
 DoNotLaunchServerManager	chr ADGR ?D 3	a93	va
ADMX_Servicing	node G 1P	m16
 Servicing	chr ADGR ?D 3	a93	va
ADMX_SettingSync	node G 1P	m16
 DisableSettingSync	chr ADGR ?D 3	a93	va
 DisableApplicationSettingSync	chr ADGR ?D 3	a93	va
 DisableAppSyncSettingSync	chr ADGR ?D 3	a93	va
 DisableDesktopThemeSettingSync	chr ADGR ?D 3	a93	va
 DisableSyncOnPaidNetwork	chr ADGR ?D 3	a93	va
 DisableWindowsSettingSync	chr ADGR ?D 3	a93	va
 DisableCredentialsSettingSync	chr ADGR ?D 3	a93	va
 DisablePersonalizationSettingSync	chr ADGR ?D 3	a93	va
 DisableStartLayoutSettingSync	chr ADGR ?D 3	a93	va
ADMX_Sharing	node G 1P	m16
 DisableHomeGroup	chr ADGR ?D 3	a93	va
ADMX_Smartcard	node G 1P	m16
 AllowCertificatesWithNoEKU	chr ADGR ?D 3	a93	va
 EnumerateECCCerts	chr ADGR ?D 3	a93	va
 AllowIntegratedUnblock	chr ADGR ?D 3	a93	va
 AllowSignatureOnlyKeys	chr ADGR ?D 3	a93	va
 AllowTimeInvalidCertificates	chr ADGR ?D 3	a93	va
 X509HintsNeeded	chr ADGR ?D 3	a93	va
 CertPropRootCleanupString	chr ADGR ?D 3	a93	va
 IntegratedUnblockPromptString	chr ADGR ?D 3	a93	va
 FilterDuplicateCerts	chr ADGR ?D 3	a93	va
 ForceReadingAllCertificates	chr ADGR ?D 3	a93	va
 SCPnPNotification	chr ADGR ?D 3	a93	va
 DisallowPlaintextPin	chr ADGR ?D 3	a93	va
 ReverseSubject	chr ADGR ?D 3	a93	va
 CertPropEnabledString	chr ADGR ?D 3	a93	va
 CertPropRootEnabledString	chr ADGR ?D 3	a93	va
 SCPnPEnabled	chr ADGR ?D 3	a93	va
ADMX_Snmp	node G 1P	m16
 SNMP_Communities	chr ADGR ?D 3	a93	va
 SNMP_PermittedManagers	chr ADGR ?D 3	a93	va
 SNMP_Traps_Public	chr ADGR ?D 3	a93	va
ADMX_SoundRec	node G 1P	m16
 Soundrec_DiableApplication_TitleText_2	chr ADGR ?D 3	a93	va
ADMX_srmfci	node G 1P	m16
 AccessDeniedConfiguration	chr ADGR ?D 3	a93	va
 EnableShellAccessCheck	chr ADGR ?D 3	a93	va
 EnableManualUX	chr ADGR ?D 3	a93	va
 CentralClassificationList	chr ADGR ?D 3	a93	va
ADMX_StartMenu	node G 1P	m16
 StartPinAppsWhenInstalled	chr ADGR ?D 3	a93	va
 NoSetTaskbar	chr ADGR ?D 3	a93	va
 NoChangeStartMenu	chr ADGR ?D 3	a93	va
 NoUninstallFromStart	chr ADGR ?D 3	a93	va
 NoTrayContextMenu	chr ADGR ?D 3	a93	va
 NoMoreProgramsList	chr ADGR ?D 3	a93	va
 HidePowerOptions	chr ADGR ?D 3	a93	va
 NoRun	chr ADGR ?D 3	a93	va
ADMX_SystemRestore	node G 1P	m16
 SR_DisableConfig	chr ADGR ?D 3	a93	va
ADMX_TabletPCInputPanel	node G 1P	m16
 Prediction_2	chr ADGR ?D 3	a93	va
 IPTIPTarget_2	chr ADGR ?D 3	a93	va
 IPTIPTouchTarget_2	chr ADGR ?D 3	a93	va
 RareChar_2	chr ADGR ?D 3	a93	va
 EdgeTarget_2	chr ADGR ?D 3	a93	va
 AutoComplete_2	chr ADGR ?D 3	a93	va
 PasswordSecurity_2	chr ADGR ?D 3	a93	va
 ScratchOut_2	chr ADGR ?D 3	a93	va
ADMX_TabletShell	node G 1P	m16
 DisableInkball_2	chr ADGR ?D 3	a93	va
 DisableNoteWriterPrinting_2	chr ADGR ?D 3	a93	va
 DisableSnippingTool_2	chr ADGR ?D 3	a93	va
 DisableJournal_2	chr ADGR ?D 3	a93	va
 TurnOffFeedback_2	chr ADGR ?D 3	a93	va
 PreventBackEscMapping_2	chr ADGR ?D 3	a93	va
 PreventLaunchApp_2	chr ADGR ?D 3	a93	va
 PreventPressAndHold_2	chr ADGR ?D 3	a93	va
 TurnOffButtons_2	chr ADGR ?D 3	a93	va
 PreventFlicksLearningMode_2	chr ADGR ?D 3	a93	va
 PreventFlicks_2	chr ADGR ?D 3	a93	va
ADMX_Taskbar	node G 1P	m16
 DisableNotificationCenter	chr ADGR ?D 3	a93	va
 TaskbarNoPinnedList	chr ADGR ?D 3	a93	va
ADMX_tcpip	node G 1P	m16
 6to4_Router_Name	chr ADGR ?D 3	a93	va
 6to4_Router_Name_Resolution_Interval	chr ADGR ?D 3	a93	va
 6to4_State	chr ADGR ?D 3	a93	va
 IPHTTPS_ClientState	chr ADGR ?D 3	a93	va
 ISATAP_Router_Name	chr ADGR ?D 3	a93	va
 ISATAP_State	chr ADGR ?D 3	a93	va
 Teredo_Client_Port	chr ADGR ?D 3	a93	va
 Teredo_Default_Qualified	chr ADGR ?D 3	a93	va
 Teredo_Refresh_Rate	chr ADGR ?D 3	a93	va
 Teredo_Server_Name	chr ADGR ?D 3	a93	va
 Teredo_State	chr ADGR ?D 3	a93	va
 IP_Stateless_Autoconfiguration_Limits_State	chr ADGR ?D 3	a93	va
 Windows_Scaling_Heuristics_State	chr ADGR ?D 3	a93	va
ADMX_TerminalServer	node G 1P	m16
 TS_LICENSE_SECGROUP	chr ADGR ?D 3	a93	va
 TS_PreventLicenseUpgrade	chr ADGR ?D 3	a93	va
 TS_CLIENT_ALLOW_UNSIGNED_FILES_2	chr ADGR ?D 3	a93	va
 TS_CLIENT_ALLOW_SIGNED_FILES_2	chr ADGR ?D 3	a93	va
 TS_SERVER_AUTH	chr ADGR ?D 3	a93	va
 TS_CLIENT_DISABLE_HARDWARE_MODE	chr ADGR ?D 3	a93	va
 TS_PROMT_CREDS_CLIENT_COMP	chr ADGR ?D 3	a93	va
 TS_USB_REDIRECTION_DISABLE	chr ADGR ?D 3	a93	va
 TS_CLIENT_TRUSTED_CERTIFICATE_THUMBPRINTS_1	chr ADGR ?D 3	a93	va
 TS_CLIENT_TURN_OFF_UDP	chr ADGR ?D 3	a93	va
 TS_AUTO_RECONNECT	chr ADGR ?D 3	a93	va
 TS_KEEP_ALIVE	chr ADGR ?D 3	a93	va
 TS_FORCIBLE_LOGOFF	chr ADGR ?D 3	a93	va
 TS_MAX_CON_POLICY	chr ADGR ?D 3	a93	va
 TS_SINGLE_SESSION	chr ADGR ?D 3	a93	va
 TS_SELECT_NETWORK_DETECT	chr ADGR ?D 3	a93	va
 TS_SELECT_TRANSPORT	chr ADGR ?D 3	a93	va
 TS_RemoteControl_2	chr ADGR ?D 3	a93	va
 TS_RDSAppX_WaitForRegistration	chr ADGR ?D 3	a93	va
 TS_CLIENT_AUDIO	chr ADGR ?D 3	a93	va
 TS_CLIENT_AUDIO_CAPTURE	chr ADGR ?D 3	a93	va
 TS_TIME_ZONE	chr ADGR ?D 3	a93	va
 TS_UIA	chr ADGR ?D 3	a93	va
 TS_CLIENT_CLIPBOARD	chr ADGR ?D 3	a93	va
 TS_CLIENT_COM	chr ADGR ?D 3	a93	va
 TS_CLIENT_LPT	chr ADGR ?D 3	a93	va
 TS_SMART_CARD	chr ADGR ?D 3	a93	va
 TS_CLIENT_PNP	chr ADGR ?D 3	a93	va
 TS_CAMERA_REDIRECTION	chr ADGR ?D 3	a93	va
 TS_CLIENT_AUDIO_QUALITY	chr ADGR ?D 3	a93	va
 TS_LICENSE_TOOLTIP	chr ADGR ?D 3	a93	va
 TS_LICENSING_MODE	chr ADGR ?D 3	a93	va
 TS_LICENSE_SERVERS	chr ADGR ?D 3	a93	va
 TS_CLIENT_PRINTER	chr ADGR ?D 3	a93	va
 TS_CLIENT_DEFAULT_M	chr ADGR ?D 3	a93	va
 TS_FALLBACKPRINTDRIVERTYPE	chr ADGR ?D 3	a93	va
 TS_EASY_PRINT	chr ADGR ?D 3	a93	va
 TS_DELETE_ROAMING_USER_PROFILES	chr ADGR ?D 3	a93	va
 TS_USER_PROFILES	chr ADGR ?D 3	a93	va
 TS_USER_HOME	chr ADGR ?D 3	a93	va
 TS_USER_MANDATORY_PROFILES	chr ADGR ?D 3	a93	va
 TS_SD_ClustName	chr ADGR ?D 3	a93	va
 TS_SD_Loc	chr ADGR ?D 3	a93	va
 TS_JOIN_SESSION_DIRECTORY	chr ADGR ?D 3	a93	va
 TS_SD_EXPOSE_ADDRESS	chr ADGR ?D 3	a93	va
 TS_TURNOFF_SINGLEAPP	chr ADGR ?D 3	a93	va
 TS_SERVER_COMPRESSOR	chr ADGR ?D 3	a93	va
 TS_SERVER_AVC_HW_ENCODE_PREFERRED	chr ADGR ?D 3	a93	va
 TS_SERVER_IMAGE_QUALITY	chr ADGR ?D 3	a93	va
 TS_SERVER_PROFILE	chr ADGR ?D 3	a93	va
 TS_SERVER_LEGACY_RFX	chr ADGR ?D 3	a93	va
 TS_DISABLE_REMOTE_DESKTOP_WALLPAPER	chr ADGR ?D 3	a93	va
 TS_COLORDEPTH	chr ADGR ?D 3	a93	va
 TS_MAXDISPLAYRES	chr ADGR ?D 3	a93	va
 TS_MAXMONITOR	chr ADGR ?D 3	a93	va
 TS_SERVER_AVC444_MODE_PREFERRED	chr ADGR ?D 3	a93	va
 TS_EnableVirtualGraphics	chr ADGR ?D 3	a93	va
 TS_SERVER_VISEXP	chr ADGR ?D 3	a93	va
 TS_RemoteDesktopVirtualGraphics	chr ADGR ?D 3	a93	va
 TS_NoDisconnectMenu	chr ADGR ?D 3	a93	va
 TS_NoSecurityMenu	chr ADGR ?D 3	a93	va
 TS_START_PROGRAM_2	chr ADGR ?D 3	a93	va
 TS_SERVER_ADVANCED_REMOTEFX_REMOTEAPP	chr ADGR ?D 3	a93	va
 TS_DX_USE_FULL_HWGPU	chr ADGR ?D 3	a93	va
 TS_SERVER_WDDM_GRAPHICS_DRIVER	chr ADGR ?D 3	a93	va
 TS_TSCC_PERMISSIONS_POLICY	chr ADGR ?D 3	a93	va
 TS_SECURITY_LAYER_POLICY	chr ADGR ?D 3	a93	va
 TS_USER_AUTHENTICATION_POLICY	chr ADGR ?D 3	a93	va
 TS_CERTIFICATE_TEMPLATE_POLICY	chr ADGR ?D 3	a93	va
 TS_Session_End_On_Limit_2	chr ADGR ?D 3	a93	va
 TS_SESSIONS_Idle_Limit_2	chr ADGR ?D 3	a93	va
 TS_SESSIONS_Limits_2	chr ADGR ?D 3	a93	va
 TS_SESSIONS_Disconnected_Timeout_2	chr ADGR ?D 3	a93	va
 TS_TEMP_DELETE	chr ADGR ?D 3	a93	va
 TS_TEMP_PER_SESSION	chr ADGR ?D 3	a93	va
ADMX_TouchInput	node G 1P	m16
 TouchInputOff_2	chr ADGR ?D 3	a93	va
 PanningEverywhereOff_2	chr ADGR ?D 3	a93	va
ADMX_TPM	node G 1P	m16
 OptIntoDSHA_Name	chr ADGR ?D 3	a93	va
 OSManagedAuth_Name	chr ADGR ?D 3	a93	va
 BlockedCommandsList_Name	chr ADGR ?D 3	a93	va
 ClearTPMIfNotReady_Name	chr ADGR ?D 3	a93	va
 UseLegacyDAP_Name	chr ADGR ?D 3	a93	va
 IgnoreDefaultList_Name	chr ADGR ?D 3	a93	va
 IgnoreLocalList_Name	chr ADGR ?D 3	a93	va
 StandardUserAuthorizationFailureIndividualThreshold_Name	chr ADGR ?D 3	a93	va
 StandardUserAuthorizationFailureDuration_Name	chr ADGR ?D 3	a93	va
 StandardUserAuthorizationFailureTotalThreshold_Name	chr ADGR ?D 3	a93	va
ADMX_UserExperienceVirtualization	node G 1P	m16
 MicrosoftOffice2013AccessBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016AccessBackup	chr ADGR ?D 3	a93	va
 Calculator	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013CommonBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016CommonBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013ExcelBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016ExcelBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013InfoPathBackup	chr ADGR ?D 3	a93	va
 InternetExplorer10	chr ADGR ?D 3	a93	va
 InternetExplorer11	chr ADGR ?D 3	a93	va
 InternetExplorer8	chr ADGR ?D 3	a93	va
 InternetExplorer9	chr ADGR ?D 3	a93	va
 InternetExplorerCommon	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013LyncBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016LyncBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Access	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Access	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Access	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Excel	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Excel	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Excel	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010InfoPath	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013InfoPath	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Lync	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Lync	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Lync	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Common	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Common	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013UploadCenter	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Common	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016UploadCenter	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Access2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Access2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Common2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Common2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Excel2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Excel2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365InfoPath2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Lync2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Lync2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365OneNote2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365OneNote2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Outlook2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Outlook2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365PowerPoint2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365PowerPoint2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Project2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Project2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Publisher2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Publisher2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365SharePointDesigner2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Visio2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Visio2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Word2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Word2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013OneDriveForBusiness	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016OneDriveForBusiness	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010OneNote	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013OneNote	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016OneNote	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Outlook	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Outlook	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Outlook	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010PowerPoint	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013PowerPoint	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016PowerPoint	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Project	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Project	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Project	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Publisher	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Publisher	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Publisher	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010SharePointDesigner	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013SharePointDesigner	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010SharePointWorkspace	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Visio	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Visio	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Visio	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Word	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Word	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Word	chr ADGR ?D 3	a93	va
 Notepad	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013OneNoteBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016OneNoteBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013OutlookBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016OutlookBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013PowerPointBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016PowerPointBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013ProjectBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016ProjectBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013PublisherBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016PublisherBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013SharePointDesignerBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013VisioBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016VisioBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013WordBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016WordBackup	chr ADGR ?D 3	a93	va
 Wordpad	chr ADGR ?D 3	a93	va
 ConfigureSyncMethod	chr ADGR ?D 3	a93	va
 ContactITDescription	chr ADGR ?D 3	a93	va
 ContactITUrl	chr ADGR ?D 3	a93	va
 DisableWin8Sync	chr ADGR ?D 3	a93	va
 EnableUEV	chr ADGR ?D 3	a93	va
 FirstUseNotificationEnabled	chr ADGR ?D 3	a93	va
 SyncProviderPingEnabled	chr ADGR ?D 3	a93	va
 MaxPackageSizeInBytes	chr ADGR ?D 3	a93	va
 SettingsStoragePath	chr ADGR ?D 3	a93	va
 SettingsTemplateCatalogPath	chr ADGR ?D 3	a93	va
 SyncOverMeteredNetwork	chr ADGR ?D 3	a93	va
 SyncOverMeteredNetworkWhenRoaming	chr ADGR ?D 3	a93	va
 SyncUnlistedWindows8Apps	chr ADGR ?D 3	a93	va
 RepositoryTimeout	chr ADGR ?D 3	a93	va
 DisableWindowsOSSettings	chr ADGR ?D 3	a93	va
 TrayIconEnabled	chr ADGR ?D 3	a93	va
 SyncEnabled	chr ADGR ?D 3	a93	va
 ConfigureVdi	chr ADGR ?D 3	a93	va
 Finance	chr ADGR ?D 3	a93	va
 Games	chr ADGR ?D 3	a93	va
 Maps	chr ADGR ?D 3	a93	va
 Music	chr ADGR ?D 3	a93	va
 News	chr ADGR ?D 3	a93	va
 Reader	chr ADGR ?D 3	a93	va
 Sports	chr ADGR ?D 3	a93	va
 Travel	chr ADGR ?D 3	a93	va
 Video	chr ADGR ?D 3	a93	va
 Weather	chr ADGR ?D 3	a93	va
ADMX_UserProfiles	node G 1P	m16
 SlowLinkTimeOut	chr ADGR ?D 3	a93	va
 CleanupProfiles	chr ADGR ?D 3	a93	va
 DontForceUnloadHive	chr ADGR ?D 3	a93	va
 ProfileErrorAction	chr ADGR ?D 3	a93	va
 LeaveAppMgmtData	chr ADGR ?D 3	a93	va
 USER_HOME	chr ADGR ?D 3	a93	va
 UserInfoAccessAction	chr ADGR ?D 3	a93	va
ADMX_W32Time	node G 1P	m16
 W32TIME_POLICY_CONFIG	chr ADGR ?D 3	a93	va
 W32TIME_POLICY_CONFIGURE_NTPCLIENT	chr ADGR ?D 3	a93	va
 W32TIME_POLICY_ENABLE_NTPCLIENT	chr ADGR ?D 3	a93	va
 W32TIME_POLICY_ENABLE_NTPSERVER	chr ADGR ?D 3	a93	va
ADMX_WCM	node G 1P	m16
 WCM_DisablePowerManagement	chr ADGR ?D 3	a93	va
 WCM_EnableSoftDisconnect	chr ADGR ?D 3	a93	va
 WCM_MinimizeConnections	chr ADGR ?D 3	a93	va
ADMX_WDI	node G 1P	m16
 WdiDpsScenarioExecutionPolicy	chr ADGR ?D 3	a93	va
 WdiDpsScenarioDataSizeLimitPolicy	chr ADGR ?D 3	a93	va
ADMX_WinCal	node G 1P	m16
 TurnOffWinCal_2	chr ADGR ?D 3	a93	va
ADMX_WindowsColorSystem	node G 1P	m16
 ProhibitChangingInstalledProfileList_2	chr ADGR ?D 3	a93	va
ADMX_WindowsConnectNow	node G 1P	m16
 WCN_EnableRegistrar	chr ADGR ?D 3	a93	va
 WCN_DisableWcnUi_2	chr ADGR ?D 3	a93	va
ADMX_WindowsExplorer	node G 1P	m16
 EnableShellShortcutIconRemotePath	chr ADGR ?D 3	a93	va
 DisableMotWOnInsecurePathCopy	chr ADGR ?D 3	a93	va
 EnableSmartScreen	chr ADGR ?D 3	a93	va
 DisableBindDirectlyToPropertySetStorage	chr ADGR ?D 3	a93	va
 NoNewAppAlert	chr ADGR ?D 3	a93	va
 DefaultLibrariesLocation	chr ADGR ?D 3	a93	va
 ShowHibernateOption	chr ADGR ?D 3	a93	va
 ShowSleepOption	chr ADGR ?D 3	a93	va
 ExplorerRibbonStartsMinimized	chr ADGR ?D 3	a93	va
 NoStrCmpLogical	chr ADGR ?D 3	a93	va
 ShellProtocolProtectedModeTitle_2	chr ADGR ?D 3	a93	va
 CheckSameSourceAndTargetForFRAndDFS	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_Internet	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_Internet	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_Intranet	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_Intranet	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_LocalMachine	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_LocalMachine	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_InternetLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_InternetLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_IntranetLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_IntranetLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_LocalMachineLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_LocalMachineLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_RestrictedLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_RestrictedLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_TrustedLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_TrustedLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_Restricted	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_Restricted	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_Trusted	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_Trusted	chr ADGR ?D 3	a93	va
ADMX_WindowsMediaDRM	node G 1P	m16
 DisableOnline	chr ADGR ?D 3	a93	va
ADMX_WindowsMediaPlayer	node G 1P	m16
 DisableSetupFirstUseConfiguration	chr ADGR ?D 3	a93	va
 DisableAutoUpdate	chr ADGR ?D 3	a93	va
 PreventWMPDeskTopShortcut	chr ADGR ?D 3	a93	va
 PreventLibrarySharing	chr ADGR ?D 3	a93	va
 PreventQuickLaunchShortcut	chr ADGR ?D 3	a93	va
 DontUseFrameInterpolation	chr ADGR ?D 3	a93	va
ADMX_WindowsRemoteManagement	node G 1P	m16
 DisallowKerberos_2	chr ADGR ?D 3	a93	va
 DisallowKerberos_1	chr ADGR ?D 3	a93	va
ADMX_WindowsStore	node G 1P	m16
 DisableAutoDownloadWin8	chr ADGR ?D 3	a93	va
 DisableOSUpgrade_2	chr ADGR ?D 3	a93	va
 RemoveWindowsStore_2	chr ADGR ?D 3	a93	va
ADMX_WinInit	node G 1P	m16
 Hiberboot	chr ADGR ?D 3	a93	va
 ShutdownTimeoutHungSessionsDescription	chr ADGR ?D 3	a93	va
 DisableNamedPipeShutdownPolicyDescription	chr ADGR ?D 3	a93	va
ADMX_WinLogon	node G 1P	m16
 SoftwareSASGeneration	chr ADGR ?D 3	a93	va
 DisplayLastLogonInfoDescription	chr ADGR ?D 3	a93	va
 ReportCachedLogonPolicyDescription	chr ADGR ?D 3	a93	va
ADMX_Winsrv	node G 1P	m16
 AllowBlockingAppsAtShutdown	chr ADGR ?D 3	a93	va
ADMX_wlansvc	node G 1P	m16
 SetPINPreferred	chr ADGR ?D 3	a93	va
 SetPINEnforced	chr ADGR ?D 3	a93	va
 SetCost	chr ADGR ?D 3	a93	va
ADMX_WorkFoldersClient	node G 1P	m16
 Pol_MachineEnableWorkFolders	chr ADGR ?D 3	a93	va
ADMX_WPN	node G 1P	m16
 NoToastNotification	chr ADGR ?D 3	a93	va
AppDeviceInventory	node G 1P	m16
 TurnOffInstallTracing	chr ADGR ?D 3	a94	va
 TurnOffAPISamping	chr ADGR ?D 3	a94	va
 TurnOffApplicationFootprint	chr ADGR ?D 3	a94	va
 TurnOffWin32AppBackup	chr ADGR ?D 3	a94	va
ApplicationDefaults	node G 1P	m16
 DefaultAssociationsConfiguration	chr ADGR ?D 3	a91
 EnableAppUriHandlers	int ADGR ?D 2	a95	=1	ve0|1
ApplicationManagement	node G 1P	m16
 AllowAllTrustedApps	int ADGR ?D 1	a96	=65535	ve0|1|65535
 AllowAppStoreAutoUpdate	int ADGR ?D 1	a3	=2	ve0|1|2
 AllowAutomaticAppArchiving	int ADGR ?D 1	a97	=65535	ve0|1|65535
 AllowDeveloperUnlock	int ADGR ?D 1	a3	=65535	ve0|1|65535
 AllowGameDVR	int ADGR ?D 1	a89	=1	ve0|1
 AllowSharedUserAppData	int ADGR ?D 1	a89	=0	ve0|1
 AllowStore	int ADGR ?D d1	a87	=1	ve0|1	x10.0.22000
 ApplicationRestrictions	chr ADGR ?D d3	a87	x10.0.22000
 LaunchAppAfterLogOn	chr ADGR ?D 3	a98	vn	l;
 RequirePrivateStoreOnly	int ADGR ?D 2	a99	=0	ve0|1
 MSIAlwaysInstallWithElevatedPrivileges	int ADGR ?D 2	a95	=0	ve0|1
 MSIAllowUserControlOverInstall	int ADGR ?D 2	a95	=0	ve0|1
 RestrictAppDataToSystemVolume	int ADGR ?D 1	a89	=0	ve0|1
 RestrictAppToSystemVolume	int ADGR ?D 1	a89	=0	ve0|1
 DisableStoreOriginatedApps	int ADGR ?D 1	a100	=0	ve0|1
 BlockNonAdminUserInstall	int ADGR ?D 1	a101	=0	ve0|1
 AllowedNonAdminPackageFamilyNameRules	chr ADGR ?D 3	a102	va
 ScheduleForceRestartForUpdateFailures	chr ADGR ?D 3	a103	vx
AppRuntime	node G 1P	m16
 AllowMicrosoftAccountsToBeOptional	chr ADGR ?D 3	a95	va
AppVirtualization	node G 1P	m16
 AllowAppVClient	chr ADGR ?D 3	a104	va
 ClientCoexistenceAllowMigrationmode	chr ADGR ?D 3	a104	va
 IntegrationAllowRootUser	chr ADGR ?D 3	a104	va
 IntegrationAllowRootGlobal	chr ADGR ?D 3	a104	va
 AllowRoamingFileExclusions	chr ADGR ?D 3	a104	va
 AllowRoamingRegistryExclusions	chr ADGR ?D 3	a104	va
 AllowPackageCleanup	chr ADGR ?D 3	a104	va
 AllowPublishingRefreshUX	chr ADGR ?D 3	a104	va
 PublishingAllowServer1	chr ADGR ?D 3	a104	va
 PublishingAllowServer2	chr ADGR ?D 3	a104	va
 PublishingAllowServer3	chr ADGR ?D 3	a104	va
 PublishingAllowServer4	chr ADGR ?D 3	a104	va
 PublishingAllowServer5	chr ADGR ?D 3	a104	va
 AllowReportingServer	chr ADGR ?D 3	a104	va
 AllowPackageScripts	chr ADGR ?D 3	a104	va
 StreamingAllowHighCostLaunch	chr ADGR ?D 3	a104	va
 StreamingAllowCertificateFilterForClient_SSL	chr ADGR ?D 3	a104	va
 StreamingSupportBranchCache	chr ADGR ?D 3	a104	va
 StreamingAllowLocationProvider	chr ADGR ?D 3	a104	va
 StreamingAllowPackageInstallationRoot	chr ADGR ?D 3	a104	va
 StreamingAllowPackageSourceRoot	chr ADGR ?D 3	a104	va
 StreamingAllowReestablishmentInterval	chr ADGR ?D 3	a104	va
 StreamingAllowReestablishmentRetries	chr ADGR ?D 3	a104	va
 StreamingSharedContentStoreMode	chr ADGR ?D 3	a104	va
 AllowStreamingAutoload	chr ADGR ?D 3	a104	va
 StreamingVerifyCertificateRevocationList	chr ADGR ?D 3	a104	va
 AllowDynamicVirtualization	chr ADGR ?D 3	a104	va
 VirtualComponentsAllowList	chr ADGR ?D 3	a104	va
Audit	node G 1P	m16
 AccountLogon_AuditCredentialValidation	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountLogon_AuditKerberosAuthenticationService	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountLogon_AuditKerberosServiceTicketOperations	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountLogon_AuditOtherAccountLogonEvents	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountManagement_AuditApplicationGroupManagement	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountManagement_AuditComputerAccountManagement	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountManagement_AuditDistributionGroupManagement	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountManagement_AuditOtherAccountManagementEvents	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountManagement_AuditSecurityGroupManagement	int ADGR ?D 3	a105	=1	ve0|1|2|3
 AccountManagement_AuditUserAccountManagement	int ADGR ?D 3	a105	=1	ve0|1|2|3
 DetailedTracking_AuditDPAPIActivity	int ADGR ?D 3	a105	=0	ve0|1|2|3
 DetailedTracking_AuditPNPActivity	int ADGR ?D 3	a105	=0	ve0|1|2|3
 DetailedTracking_AuditProcessCreation	int ADGR ?D 3	a105	=0	ve0|1|2|3
 DetailedTracking_AuditProcessTermination	int ADGR ?D 3	a105	=0	ve0|1|2|3
 DetailedTracking_AuditRPCEvents	int ADGR ?D 3	a105	=0	ve0|1|2|3
 DetailedTracking_AuditTokenRightAdjusted	int ADGR ?D 3	a105	=0	ve0|1|2|3
 DSAccess_AuditDetailedDirectoryServiceReplication	int ADGR ?D 3	a105	=0	ve0|1|2|3
 DSAccess_AuditDirectoryServiceAccess	int ADGR ?D 3	a105	=0	ve0|1|2|3
 DSAccess_AuditDirectoryServiceChanges	int ADGR ?D 3	a105	=0	ve0|1|2|3
 DSAccess_AuditDirectoryServiceReplication	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountLogonLogoff_AuditAccountLockout	int ADGR ?D 3	a105	=1	ve0|1|2|3
 AccountLogonLogoff_AuditUserDeviceClaims	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountLogonLogoff_AuditGroupMembership	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountLogonLogoff_AuditIPsecExtendedMode	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountLogonLogoff_AuditIPsecMainMode	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountLogonLogoff_AuditIPsecQuickMode	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountLogonLogoff_AuditLogoff	int ADGR ?D 3	a105	=1	ve0|1|2|3
 AccountLogonLogoff_AuditLogon	int ADGR ?D 3	a105	=1	ve0|1|2|3
 AccountLogonLogoff_AuditNetworkPolicyServer	int ADGR ?D 3	a105	=3	ve0|1|2|3
 AccountLogonLogoff_AuditOtherLogonLogoffEvents	int ADGR ?D 3	a105	=0	ve0|1|2|3
 AccountLogonLogoff_AuditSpecialLogon	int ADGR ?D 3	a105	=1	ve0|1|2|3
 ObjectAccess_AuditApplicationGenerated	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditCertificationServices	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditDetailedFileShare	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditFileShare	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditFileSystem	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditFilteringPlatformConnection	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditFilteringPlatformPacketDrop	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditHandleManipulation	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditKernelObject	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditOtherObjectAccessEvents	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditRegistry	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditRemovableStorage	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditSAM	int ADGR ?D 3	a105	=0	ve0|1|2|3
 ObjectAccess_AuditCentralAccessPolicyStaging	int ADGR ?D 3	a105	=0	ve0|1|2|3
 PolicyChange_AuditPolicyChange	int ADGR ?D 3	a105	=1	ve0|1|2|3
 PolicyChange_AuditAuthenticationPolicyChange	int ADGR ?D 3	a105	=1	ve0|1|2|3
 PolicyChange_AuditAuthorizationPolicyChange	int ADGR ?D 3	a105	=0	ve0|1|2|3
 PolicyChange_AuditFilteringPlatformPolicyChange	int ADGR ?D 3	a105	=0	ve0|1|2|3
 PolicyChange_AuditMPSSVCRuleLevelPolicyChange	int ADGR ?D 3	a105	=0	ve0|1|2|3
 PolicyChange_AuditOtherPolicyChangeEvents	int ADGR ?D 3	a105	=0	ve0|1|2|3
 PrivilegeUse_AuditNonSensitivePrivilegeUse	int ADGR ?D 3	a105	=0	ve0|1|2|3
 PrivilegeUse_AuditOtherPrivilegeUseEvents	int ADGR ?D 3	a105	=0	ve0|1|2|3
 PrivilegeUse_AuditSensitivePrivilegeUse	int ADGR ?D 3	a105	=0	ve0|1|2|3
 System_AuditIPsecDriver	int ADGR ?D 3	a105	=0	ve0|1|2|3
 System_AuditOtherSystemEvents	int ADGR ?D 3	a105	=3	ve0|1|2|3
 System_AuditSecurityStateChange	int ADGR ?D 3	a105	=1	ve0|1|2|3
 System_AuditSecuritySystemExtension	int ADGR ?D 3	a105	=0	ve0|1|2|3
 System_AuditSystemIntegrity	int ADGR ?D 3	a105	=3	ve0|1|2|3
Authentication	node G 1P	m16
 AllowFastReconnect	int ADGR ?D 1	a106	=1	ve0|1
 AllowSecondaryAuthenticationDevice	int ADGR ?D 1	a107	=0	ve0|1
 AllowAadPasswordReset	int ADGR ?D 1	a108	=0	ve0|1
 PreferredAadTenantDomainName	chr ADGR ?D 3	a109
 EnableWebSignIn	int ADGR ?D 3	a110	=0	ve0|1|2
 EnableFastFirstSignIn	int ADGR ?D 3	a110	=0	ve0|1|2
 ConfigureWebcamAccessDomainNames	chr ADGR ?D 3	a111	vn	l;
 ConfigureWebSignInAllowedUrls	chr ADGR ?D 3	a112	vn	l;
 EnablePasswordlessExperience	int ADGR ?D 3	a113	=0	ve0|1|2
Autoplay	node G 1P	m16
 DisallowAutoplayForNonVolumeDevices	chr ADGR ?D 3	a114	va
 SetDefaultAutoRunBehavior	chr ADGR ?D 3	a114	va
 TurnOffAutoPlay	chr ADGR ?D 3	a114	va
Bitlocker	node G 1P	m16
 EncryptionMethod	int ADGR ?D 3	a92	=6	vr0..4294967295
BITS	node G 1P	m16
 JobInactivityTimeout	int ADGR ?D 3	a115	=90	vr1..999
 BandwidthThrottlingStartTime	int ADGR ?D 3	a115	=8	vr0..23
 BandwidthThrottlingEndTime	int ADGR ?D 3	a115	=17	vr0..23
 BandwidthThrottlingTransferRate	int ADGR ?D 3	a115	=1000	vr0..4294967200
 CostedNetworkBehaviorForegroundPriority	int ADGR ?D 3	a115	=1	ve1|2|3|4|5
 CostedNetworkBehaviorBackgroundPriority	int ADGR ?D 3	a115	=1	ve1|2|3|4|5
Bluetooth	node G 1P	m16
 AllowAdvertising	int ADGR ?D 1	a116	=1	ve0|1
 AllowDiscoverableMode	int ADGR ?D 1	a117	=1	ve0|1
 AllowPrepairing	int ADGR ?D 1	a116	=1	ve0|1
 AllowPromptedProximalConnections	int ADGR ?D 1	a118	=1	ve0|1
 LocalDeviceName	chr ADGR ?D 3	a117
 ServicesAllowedList	chr ADGR ?D 3	a119	vn	l;
 SetMinimumEncryptionKeySize	int ADGR ?D 3	a120	=0	vr1..16
Browser	node G 1P	m16
 AllowAddressBarDropdown	int ADGR ?D 1	a91	=1	ve0|1
 AllowAutofill	int ADGR ?D 1	a3	=0	ve0|1
 AllowBrowser	int ADGR ?D d1	a87	=1	ve0|1	x10.0.22000
 AllowConfigurationUpdateForBooksLibrary	int ADGR ?D 1	a95	=1	ve0|1
 AllowCookies	int ADGR ?D 1	a3	=2	ve0|1|2
 AllowDeveloperTools	int ADGR ?D 1	a121	=1	ve0|1
 AllowDoNotTrack	int ADGR ?D 1	a3	=0	ve0|1
 AllowExtensions	int ADGR ?D 1	a91	=1	ve0|1
 AllowFlash	int ADGR ?D 2	a91	=1	ve0|1
 AllowFlashClickToRun	int ADGR ?D 2	a91	=1	ve0|1
 AllowFullScreenMode	int ADGR ?D 1	a98	=1	ve0|1
 AllowInPrivate	int ADGR ?D 1	a121	=1	ve0|1
 AllowMicrosoftCompatibilityList	int ADGR ?D 1	a92	=1	ve0|1
 ConfigureTelemetryForMicrosoft365Analytics	int ADGR ?D d1	a98	=0	ve0|1|2|3	x10.0.22000
 AllowPasswordManager	int ADGR ?D 1	a122	=1	ve0|1
 AllowPopups	int ADGR ?D 1	a3	=0	ve0|1
 AllowPrinting	int ADGR ?D 1	a98	=1	ve0|1
 AllowSavingHistory	int ADGR ?D 1	a98	=1	ve0|1
 AllowSearchEngineCustomization	int ADGR ?D 1	a91	=1	ve0|1
 AllowSearchSuggestionsinAddressBar	int ADGR ?D 1	a3	=1	ve0|1
 AllowSideloadingOfExtensions	int ADGR ?D 1	a98	=1	ve0|1
 AllowSmartScreen	int ADGR ?D 1	a3	=1	ve0|1
 AllowWebContentOnNewTabPage	int ADGR ?D 1	a98	=1	ve0|1
 AlwaysEnableBooksLibrary	int ADGR ?D 1	a123	=0	ve0|1
 ClearBrowsingDataOnExit	int ADGR ?D 1	a91	=0	ve0|1
 ConfigureAdditionalSearchEngines	chr ADGR ?D 3	a91
 ConfigureFavoritesBar	int ADGR ?D 1	a98	=0	ve0|1
 ConfigureHomeButton	int ADGR ?D 3	a98	=0	ve0|1|2|3
 ConfigureOpenMicrosoftEdgeWith	int ADGR ?D 3	a98	=3	ve0|1|2|3
 DisableLockdownOfStartPages	int ADGR ?D 1	a91	=0	ve0|1
 EnableExtendedBooksTelemetry	int ADGR ?D 1	a95	=0	ve0|1
 AllowTabPreloading	int ADGR ?D 1	a98	=1	ve0|1
 AllowPrelaunch	int ADGR ?D 1	a98	=1	ve0|1
 EnterpriseModeSiteList	chr ADGR ?D 3	a124
 EnterpriseSiteListServiceUrl	chr ADGR ?D 3	a91
 PreventTurningOffRequiredExtensions	chr ADGR ?D 3	a98	vn	l;
 FirstRunURL	chr ADGR ?D 3	a125
 HomePages	chr ADGR ?D 3	a126
 LockdownFavorites	int ADGR ?D 1	a123	=0	ve0|1
 ConfigureKioskMode	int ADGR ?D 3	a98	=0	ve1|0
 ConfigureKioskResetAfterIdleTimeout	int ADGR ?D 3	a98	=5	vr0..1440
 PreventAccessToAboutFlagsInMicrosoftEdge	int ADGR ?D 2	a92	=0	ve0|1
 PreventFirstRunPage	int ADGR ?D 2	a91	=0	ve0|1
 PreventCertErrorOverrides	int ADGR ?D 2	a98	=0	ve0|1
 PreventSmartScreenPromptOverride	int ADGR ?D 2	a121	=0	ve0|1
 PreventSmartScreenPromptOverrideForFiles	int ADGR ?D 2	a121	=0	ve0|1
 PreventLiveTileDataCollection	int ADGR ?D 2	a91	=0	ve0|1
 PreventUsingLocalHostIPAddressForWebRTC	int ADGR ?D 2	a121	=0	ve0|1
 ProvisionFavorites	chr ADGR ?D 3	a123
 SendIntranetTraffictoInternetExplorer	int ADGR ?D 2	a127	=0	ve0|1
 SetDefaultSearchEngine	chr ADGR ?D 3	a91
 SetHomeButtonURL	chr ADGR ?D 3	a98
 SetNewTabPageURL	chr ADGR ?D 3	a98
 ShowMessageWhenOpeningSitesInInternetExplorer	int ADGR ?D 2	a92	=0	ve0|1|2
 SyncFavoritesBetweenIEAndMicrosoftEdge	int ADGR ?D 1	a91	=0	ve0|1
 UnlockHomeButton	int ADGR ?D 1	a98	=0	ve0|1
 UseSharedFolderForBooks	int ADGR ?D 1	a95	=0	ve0|1
Camera	node G 1P	m16
 AllowCamera	int ADGR ?D 1	a119	=1	ve0|1
Cellular	node G 1P	m16
 ShowAppCellularAccessUI	chr ADGR ?D 3	a128	va
 LetAppsAccessCellularData	int ADGR ?D 2	a128	=0	ve0|1|2
 LetAppsAccessCellularData_ForceAllowTheseApps	chr ADGR ?D 3	a128	vn	l;
 LetAppsAccessCellularData_ForceDenyTheseApps	chr ADGR ?D 3	a128	vn	l;
 LetAppsAccessCellularData_UserInControlOfTheseApps	chr ADGR ?D 3	a128	vn	l;
CloudDesktop	node G 1P	m16
 BootToCloudMode	int ADGR ?D 3	a129	=0	ve0|1
 SetMaxConnectionTimeout	int ADGR ?D 3	a129	=5	ve5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20
CloudPC	node G 1P	m16
 CloudPCConfiguration	int ADGR ?D 3	a130	=0	ve0|1
Connectivity	node G 1P	m16
 AllowBluetooth	int ADGR ?D 1	a117	=2	ve0|2
 AllowCellularData	int ADGR ?D 1	a116	=1	ve0|1|2
 AllowCellularDataRoaming	int ADGR ?D 1	a119	=1	ve0|1|2
 AllowNFC	int ADGR ?D d1	a87	=1	ve0|1	x10.0.22000
 AllowUSBConnection	int ADGR ?D 1	a131	=1	ve0|1
 AllowVPNOverCellular	int ADGR ?D 1	a119	=1	ve0|1
 AllowVPNRoamingOverCellular	int ADGR ?D 1	a119	=1	ve0|1
 AllowConnectedDevices	int ADGR ?D 1	a132	=1	ve0|1
 AllowPhonePCLinking	int ADGR ?D 1	a118	=1	ve0|1
 HardenedUNCPaths	chr ADGR ?D 3	a133	va
 DisallowNetworkConnectivityActiveTests	int ADGR ?D 2	a134	=0	ve1|0
 ProhibitInstallationAndConfigurationOfNetworkBridge	chr ADGR ?D 3	a135	va
 DisableDownloadingOfPrintDriversOverHTTP	chr ADGR ?D 3	a135	va
 DisableInternetDownloadForWebPublishingAndOnlineOrderingWizards	chr ADGR ?D 3	a135	va
 DiablePrintingOverHTTP	chr ADGR ?D 3	a135	va
 UseCellularWhenWiFiPoor	int ADGR ?D 2	a136	=1	ve0|1
 DisableCellularSettingsPage	int ADGR ?D 1	a136	=0	ve0|1
 DisableCellularOperatorSettingsPage	int ADGR ?D 1	a136	=0	ve0|1
ControlPolicyConflict	node G 1P	m16
 MDMWinsOverGP	int ADGR ?D 3	a95	=0	ve0|1
CredentialProviders	node G 1P	m16
 BlockPicturePassword	chr ADGR ?D 3	a91	va
 AllowPINLogon	chr ADGR ?D 3	a91	va
 DisableAutomaticReDeploymentCredentials	int ADGR ?D 2	a123	=1	ve0|1
CredentialsDelegation	node G 1P	m16
 RemoteHostAllowsDelegationOfNonExportableCredentials	chr ADGR ?D 3	a95	va
CredentialsUI	node G 1P	m16
 DisablePasswordReveal	chr ADGR ?D 3	a91	va
 EnumerateAdministrators	chr ADGR ?D 3	a91	va
Cryptography	node G 1P	m16
 AllowFipsAlgorithmPolicy	int ADGR ?D 3	a92	=0	ve1|0
 TLSCipherSuites	chr ADGR ?D 3	a92	vn	l;
 ConfigureEllipticCurveCryptography	chr ADGR ?D 3	a137	vn	l;
 ConfigureSystemCryptographyForceStrongKeyProtection	int ADGR ?D 3	a137	=2	vf8|2|1
 OverrideMinimumEnabledTLSVersionClient	chr ADGR ?D 3	a137
 OverrideMinimumEnabledTLSVersionServer	chr ADGR ?D 3	a137
 OverrideMinimumEnabledDTLSVersionClient	chr ADGR ?D 3	a137
 OverrideMinimumEnabledDTLSVersionServer	chr ADGR ?D 3	a137
DataProtection	node G 1P	m16
 LegacySelectiveWipeID	chr ADGR ?D 3	a127
 AllowDirectMemoryAccess	int ADGR ?D 1	a89	=1	ve0|1
DataUsage	node G 1P	m16
 SetCost3G	chr ADGR ?D 3	a114	va
 SetCost4G	chr ADGR ?D 3	a114	va
Defender	node G 1P	m16
 AllowArchiveScanning	int ADGR ?D 2	a107	=1	ve0|1
 AllowBehaviorMonitoring	int ADGR ?D 2	a107	=1	ve0|1
 AllowCloudProtection	int ADGR ?D 2	a138	=1	ve0|1
 AllowEmailScanning	int ADGR ?D 2	a107	=0	ve0|1
 AllowFullScanOnMappedNetworkDrives	int ADGR ?D 2	a107	=0	ve0|1
 AllowFullScanRemovableDriveScanning	int ADGR ?D 2	a107	=0	ve0|1
 AllowIntrusionPreventionSystem	int ADGR ?D d2	a107	=1	ve0|1	x10.0.22000
 AllowIOAVProtection	int ADGR ?D 2	a107	=1	ve0|1
 AllowOnAccessProtection	int ADGR ?D 2	a107	=1	ve0|1
 AllowRealtimeMonitoring	int ADGR ?D 2	a107	=1	ve0|1
 AllowScanningNetworkFiles	int ADGR ?D 2	a107	=0	ve0|1
 AllowScriptScanning	int ADGR ?D 2	a107	=1	ve0|1
 AllowUserUIAccess	int ADGR ?D 3	a138	=1	ve0|1
 AttackSurfaceReductionOnlyExclusions	chr ADGR ?D 3	a139	vn	l\p
 AttackSurfaceReductionRules	chr ADGR ?D 3	a139
 AvgCPULoadFactor	int ADGR ?D 3	a107	=50	vr0..100
 CloudBlockLevel	int ADGR ?D 3	a139	=0	ve0|2|4|6
 CloudExtendedTimeout	int ADGR ?D 3	a139	=0	vr0..50
 ControlledFolderAccessAllowedApplications	chr ADGR ?D 3	a139	vn	l\p
 CheckForSignaturesBeforeRunningScan	int ADGR ?D 2	a140	=0	ve0|1
 SecurityIntelligenceLocation	chr ADGR ?D 3	a141
 ControlledFolderAccessProtectedFolders	chr ADGR ?D 3	a139	vn	l\p
 DaysToRetainCleanedMalware	int ADGR ?D 3	a138	=0	vr0..90
 DisableCatchupFullScan	int ADGR ?D 3	a140	=1	ve0|1
 DisableCatchupQuickScan	int ADGR ?D 3	a140	=1	ve0|1
 EnableControlledFolderAccess	int ADGR ?D 3	a139	=0	ve0|1|2|3|4
 EnableLowCPUPriority	int ADGR ?D 3	a140	=0	ve0|1
 EnableNetworkProtection	int ADGR ?D 3	a139	=0	ve0|1|2
 ExcludedPaths	chr ADGR ?D 3	a107	vn	l\p
 ExcludedExtensions	chr ADGR ?D 3	a107	vn	l\p
 ExcludedProcesses	chr ADGR ?D 3	a107	vn	l\p
 PUAProtection	int ADGR ?D 3	a107	=0	ve0|1|2
 RealTimeScanDirection	int ADGR ?D 1	a138	=0	ve0|1|2
 ScanParameter	int ADGR ?D 3	a138	=1	ve1|2
 ScheduleQuickScanTime	int ADGR ?D 3	a138	=120	vr0..1380
 ScheduleScanDay	int ADGR ?D 3	a138	=0	ve0|1|2|3|4|5|6|7|8
 ScheduleScanTime	int ADGR ?D 3	a138	=120	vr0..1380
 SignatureUpdateFallbackOrder	chr ADGR ?D 3	a140	vn	l\p
 SignatureUpdateFileSharesSources	chr ADGR ?D 3	a140	vn	l\p
 SignatureUpdateInterval	int ADGR ?D 3	a138	=8	vr0..24
 SubmitSamplesConsent	int ADGR ?D 2	a138	=1	ve0|1|2|3
 ThreatSeverityDefaultAction	chr ADGR ?D 3	a107
DeliveryOptimization	node G 1P	m16
 DODownloadMode	int ADGR ?D 3	a142	=0	ve0|1|2|3|99|100
 DOGroupId	chr ADGR ?D 3	a143
 DOMaxCacheSize	int ADGR ?D 3	a142	=0	vr1..100
 DOAbsoluteMaxCacheSize	int ADGR ?D 3	a143	=0	vr0..4294967295
 DOMaxCacheAge	int ADGR ?D 3	a142	=0	vr0..4294967295
 DOMonthlyUploadDataCap	int ADGR ?D 3	a143	=0	vr0..4294967295
 DOMinBackgroundQos	int ADGR ?D 3	a143	=0	vr1..4294967295
 DOModifyCacheDrive	chr ADGR ?D 3	a143
 DOMaxBackgroundDownloadBandwidth	int ADGR ?D 3	a144	=0	vr0..4294967295
 DOMaxForegroundDownloadBandwidth	int ADGR ?D 3	a144	=0	vr0..4294967295
 DOPercentageMaxBackgroundBandwidth	int ADGR ?D 3	a145	=0	vr0..100
 DOPercentageMaxForegroundBandwidth	int ADGR ?D 3	a145	=0	vr0..100
 DOMinFileSizeToCache	int ADGR ?D 3	a146	=0	vr1..100000
 DOAllowVPNPeerCaching	int ADGR ?D 1	a146	=0	ve0|1
 DOMinRAMAllowedToPeer	int ADGR ?D 3	a146	=0	vr1..100000
 DOMinDiskSizeAllowedToPeer	int ADGR ?D 3	a146	=0	vr1..100000
 DOMinBatteryPercentageAllowedToUpload	int ADGR ?D 3	a146	=0	vr0..100
 DOCacheHost	chr ADGR ?D 3	a147	vn	l,
 DOCacheHostSource	int ADGR ?D 3	a144	=0	ve1|2
 DODisallowCacheServerDownloadsOnVPN	int ADGR ?D 1	a148	=0	ve0|1
 DOGroupIdSource	int ADGR ?D 3	a145	=0	ve0|1|2|3|4|5
 DODelayBackgroundDownloadFromHttp	int ADGR ?D 3	a145	=0	vr0..4294967295
 DODelayForegroundDownloadFromHttp	int ADGR ?D 3	a145	=0	vr0..4294967295
 DODelayCacheServerFallbackBackground	int ADGR ?D 3	a149	=0	vr0..2592000
 DODelayCacheServerFallbackForeground	int ADGR ?D 3	a149	=0	vr0..2592000
 DORestrictPeerSelectionBy	int ADGR ?D 3	a145	=0	ve0|1|2
 DOVpnKeywords	chr ADGR ?D 3	a148	vn	l,
 DOSetHoursToLimitBackgroundDownloadBandwidth	chr ADGR ?D 3	a145	va
 DOSetHoursToLimitForegroundDownloadBandwidth	chr ADGR ?D 3	a145	va
DesktopAppInstaller	node G 1P	m16
 EnableAppInstaller	chr ADGR ?D 3	a150	va
 EnableSettings	chr ADGR ?D 3	a150	va
 EnableExperimentalFeatures	chr ADGR ?D 3	a150	va
 EnableLocalManifestFiles	chr ADGR ?D 3	a150	va
 EnableBypassCertificatePinningForMicrosoftStore	chr ADGR ?D 3	a150	va
 EnableHashOverride	chr ADGR ?D 3	a150	va
 EnableLocalArchiveMalwareScanOverride	chr ADGR ?D 3	a150	va
 EnableDefaultSource	chr ADGR ?D 3	a150	va
 EnableMicrosoftStoreSource	chr ADGR ?D 3	a150	va
 SourceAutoUpdateInterval	chr ADGR ?D 3	a150	va
 EnableAdditionalSources	chr ADGR ?D 3	a150	va
 EnableAllowedSources	chr ADGR ?D 3	a150	va
 EnableMSAppInstallerProtocol	chr ADGR ?D 3	a150	va
 EnableWindowsPackageManagerCommandLineInterfaces	chr ADGR ?D 3	a151	va
 EnableWindowsPackageManagerConfiguration	chr ADGR ?D 3	a151	va
DeviceGuard	node G 1P	m16
 EnableVirtualizationBasedSecurity	int ADGR ?D 2	a152	=0	ve0|1
 RequirePlatformSecurityFeatures	int ADGR ?D 2	a153	=1	ve1|3
 LsaCfgFlags	int ADGR ?D 4	a153	=0	ve0|1|2
 MachineIdentityIsolation	int ADGR ?D 2	a154	=0	ve0|1|2
 ConfigureSystemGuardLaunch	int ADGR ?D 4	a140	=0	ve0|1|2
DeviceHealthMonitoring	node G 1P	m16
 AllowDeviceHealthMonitoring	int ADGR ?D 3	a149	=0	ve1|0
 ConfigDeviceHealthMonitoringScope	chr ADGR ?D 3	a155
 ConfigDeviceHealthMonitoringUploadDestination	chr ADGR ?D 3	a155
 ConfigDeviceHealthMonitoringServiceInstance	chr ADGR ?D 3	a111
DeviceInstallation	node G 1P	m16
 PreventInstallationOfMatchingDeviceIDs	chr ADGR ?D 3	a114	va
 PreventInstallationOfMatchingDeviceInstanceIDs	chr ADGR ?D 3	a156	va
 PreventInstallationOfMatchingDeviceSetupClasses	chr ADGR ?D 3	a114	va
 PreventInstallationOfDevicesNotDescribedByOtherPolicySettings	chr ADGR ?D 3	a157	va
 EnableInstallationPolicyLayering	chr ADGR ?D 3	a158	va
 AllowInstallationOfMatchingDeviceSetupClasses	chr ADGR ?D 3	a157	va
 AllowInstallationOfMatchingDeviceIDs	chr ADGR ?D 3	a159	va
 AllowInstallationOfMatchingDeviceInstanceIDs	chr ADGR ?D 3	a156	va
 PreventDeviceMetadataFromNetwork	chr ADGR ?D 3	a157	va
DeviceLock	node G 1P	m16
 AllowIdleReturnWithoutPassword	int ADGR ?D 1	a131	=1	ve0|1
 AllowScreenTimeoutWhileLockedUserConfig	int ADGR ?D 3	a107	=0	ve1|0
 AllowSimpleDevicePassword	int ADGR ?D 1	a44	=1	ve0|1
 AlphanumericDevicePasswordRequired	int ADGR ?D 1	a44	=2	ve0|1|2
 DevicePasswordEnabled	int ADGR ?D 1	a44	=1	ve0|1
 DevicePasswordExpiration	int ADGR ?D 4	a44	=0	vr0..730
 DevicePasswordHistory	int ADGR ?D 2	a44	=0	vr0..50
 EnforceLockScreenAndLogonImage	chr ADGR ?D 3	a107
 EnforceLockScreenProvider	chr ADGR ?D 3	a107
 MaxDevicePasswordFailedAttempts	int ADGR ?D 4	a44	=0	vr0..999
 MaxInactivityTimeDeviceLock	int ADGR ?D 4	a44	=0	vr0..999
 MaxInactivityTimeDeviceLockWithExternalDisplay	int ADGR ?D 1	a85	=0	vr1..999
 MinDevicePasswordComplexCharacters	int ADGR ?D 2	a44	=1	ve1|2|3|4
 MinDevicePasswordLength	int ADGR ?D 5	a44	=4	vr4..16
 ScreenTimeoutWhileLocked	int ADGR ?D 3	a160	=10	vr10..1800
 PreventLockScreenSlideShow	chr ADGR ?D 3	a161	va
 PreventEnablingLockScreenCamera	chr ADGR ?D 3	a162	va
 MinimumPasswordAge	int ADGR ?D 2	a139	=1	vr0..998
 MaximumPasswordAge	int ADGR ?D 1	a163	=42	vr0..999
 ClearTextPassword	int ADGR ?D 1	a163	=0	vr0..1
 PasswordComplexity	int ADGR ?D 2	a163	=1	vr0..1
 PasswordHistorySize	int ADGR ?D 2	a163	=24	vr0..24
 AccountLockoutPolicy	chr ADGR ?D 3	a163
 AllowAdministratorLockout	int ADGR ?D 1	a163	=1	vr0..1
 MinimumPasswordLength	int ADGR ?D 2	a163	=0	vr0..128
 MinimumPasswordLengthAudit	int ADGR ?D 2	a163	=4294967295	vr1..128
 RelaxMinimumPasswordLengthLimits	int ADGR ?D 2	a163	=0	ve0|1
Display	node G 1P	m16
 TurnOnGdiDPIScalingForApps	chr ADGR ?D 3	a91	vn	l;
 TurnOffGdiDPIScalingForApps	chr ADGR ?D 3	a91	vn	l;
 EnablePerProcessDpi	int ADGR ?D 1	a164	ve0|1
 ConfigureMultipleDisplayMode	int ADGR ?D 3	a165	=1	ve0|1|2
 SetClonePreferredResolutionSource	int ADGR ?D 3	a165	=1	ve0|1|2
 EnablePerProcessDpiForApps	chr ADGR ?D 3	a164	vn	l;
 DisablePerProcessDpiForApps	chr ADGR ?D 3	a164	vn	l;
DmaGuard	node G 1P	m16
 DeviceEnumerationPolicy	int ADGR ?D 1	a166	=1	ve0|1|2
Eap	node G 1P	m16
 AllowTLS1_3	int ADGR ?D 2	a167	=1	ve0|1
Education	node G 1P	m16
 EnableEduThemes	int ADGR ?D 1	a150	=0	ve0|1
 IsEducationEnvironment	int ADGR ?D 1	a150	=0	ve0|1
ErrorReporting	node G 1P	m16
 DisableWindowsErrorReporting	chr ADGR ?D 3	a91	va
 DisplayErrorNotification	chr ADGR ?D 3	a91	va
 DoNotSendAdditionalData	chr ADGR ?D 3	a91	va
 PreventCriticalErrorDisplay	chr ADGR ?D 3	a91	va
 CustomizeConsentSettings	chr ADGR ?D 3	a91	va
EventLogService	node G 1P	m16
 ControlEventLogBehavior	chr ADGR ?D 3	a91	va
 SpecifyMaximumFileSizeApplicationLog	chr ADGR ?D 3	a91	va
 SpecifyMaximumFileSizeSecurityLog	chr ADGR ?D 3	a91	va
 SpecifyMaximumFileSizeSystemLog	chr ADGR ?D 3	a91	va
Experience	node G 1P	m16
 AllowCopyPaste	int ADGR ?D d1	a87	=1	ve0|1	x10.0.22000
 AllowCortana	int ADGR ?D 1	a3	=1	ve0|1
 AllowDeviceDiscovery	int ADGR ?D 1	a89	=1	ve0|1
 AllowManualMDMUnenrollment	int ADGR ?D 1	a3	=1	ve0|1
 AllowSaveAsOfOfficeFiles	int ADGR ?D 1	a92	=1	ve0|1
 AllowScreenCapture	int ADGR ?D 1	a89	=1	ve0|1
 AllowSharingOfOfficeFiles	int ADGR ?D d1	a92	=1	ve0|1	x10.0.22000
 AllowSIMErrorDialogPromptWhenNoSIM	int ADGR ?D 2	a88	=1	ve0|1
 AllowSyncMySettings	int ADGR ?D 1	a89	=1	ve0|1
 AllowTaskSwitcher	int ADGR ?D d1	a87	=1	ve0|1	x10.0.22000
 AllowVoiceRecording	int ADGR ?D d1	a87	=1	ve0|1	x10.0.22000
 AllowWindowsConsumerFeatures	int ADGR ?D 1	a168	=1	ve0|1
 AllowWindowsTips	int ADGR ?D 1	a100	=1	ve0|1
 DisableTextTranslation	int ADGR ?D 3	a169	=0	ve0|1
 DoNotShowFeedbackNotifications	int ADGR ?D 2	a92	=0	ve0|1
 AllowFindMyDevice	int ADGR ?D 1	a91	=1	ve0|1
 AllowClipboardHistory	int ADGR ?D 1	a98	=1	ve0|1
 DoNotSyncBrowserSettings	int ADGR ?D 2	a98	=0	ve2|0
 PreventUsersFromTurningOnBrowserSyncing	int ADGR ?D 2	a170	=1	ve0|1
 ShowLockOnUserTile	int ADGR ?D 2	a171	=1	ve0|1
 DisableCloudOptimizedContent	int ADGR ?D 2	a172	=0	ve0|1
 DisableConsumerAccountStateContent	int ADGR ?D 2	a173	=0	ve0|1
 ConfigureChatIcon	int ADGR ?D d3	a174	=0	ve0|1|2|3	x10.0.22631.2361
ExploitGuard	node G 1P	m16
 ExploitProtectionSettings	chr ADGR ?D 3	a175
FactoryComposer	node ADG ?D
 BackgroundImagePath	chr ADGR ?D
 OEMVersion	chr ADGR ?D
 UserToSignIn	chr ADGR ?D
 UWPLaunchOnBoot	chr ADGR ?D
FederatedAuthentication	node G 1P	m16
 EnableWebSignInForPrimaryUser	int ADGR ?D 3	a176	=0	ve0|1|2
FileExplorer	node G 1P	m16
 TurnOffDataExecutionPreventionForExplorer	chr ADGR ?D 3	a95	va
 TurnOffHeapTerminationOnCorruption	chr ADGR ?D 3	a95	va
 AllowOptionToShowNetwork	int ADGR ?D 1	a177	=0	ve0|1
 AllowOptionToShowThisPC	int ADGR ?D 1	a177	=0	ve0|1
 SetAllowedFolderLocations	int ADGR ?D 3	a177	=0	ve0|13|15|31|47|63
 SetAllowedStorageLocations	int ADGR ?D 3	a177	=0	ve0|1|2|3|4|5|6|7
 DisableGraphRecentItems	int ADGR ?D 2	a90	=0	ve0|1
FileSystem	node G 1P	m16
 EnableDevDrive	chr ADGR ?D 3	a178	va
 DevDriveAttachPolicy	chr ADGR ?D 3	a178	va
Games	node G 1P	m16
 AllowAdvancedGamingServices	int ADGR ?D 1	a91	=1	ve0|1
Handwriting	node G 1P	m16
 PanelDefaultModeDocked	int ADGR ?D 1	a123	=0	ve0|1
HumanPresence	node G 1P	m16
 ForceInstantWake	int ADGR ?D 3	a179	=0	ve2|1|0
 ForceInstantLock	int ADGR ?D 3	a179	=0	ve2|1|0
 ForceLockTimeout	int ADGR ?D 3	a179	=0	ve120|30|10|1|0
 ForceInstantDim	int ADGR ?D 3	a179	=0	ve2|1|0
 ForceDisableWakeWhenBatterySaverOn	int ADGR ?D 3	a180	=0	ve2|1|0
 ForceAllowWakeWhenExternalDisplayConnected	int ADGR ?D 3	a180	=0	ve2|1|0
 ForceAllowLockWhenExternalDisplayConnected	int ADGR ?D 3	a180	=0	ve2|1|0
 ForceAllowDimWhenExternalDisplayConnected	int ADGR ?D 3	a180	=0	ve2|1|0
 ForcePrivacyScreen	int ADGR ?D 3	a181	=0	ve2|1|0
 ForcePrivacyScreenDim	int ADGR ?D 3	a181	=0	ve2|1|0
 ForcePrivacyScreenNotification	int ADGR ?D 3	a181	=0	ve2|1|0
InternetExplorer	node G 1P	m16
 AddSearchProvider	chr ADGR ?D 3	a91	va
 DisableSecondaryHomePageChange	chr ADGR ?D 3	a91	va
 DisableUpdateCheck	chr ADGR ?D 3	a91	va
 DisableProxyChange	chr ADGR ?D 3	a91	va
 DisableSearchProviderChange	chr ADGR ?D 3	a91	va
 DisableCustomerExperienceImprovementProgramParticipation	chr ADGR ?D 3	a91	va
 AllowEnhancedSuggestionsInAddressBar	chr ADGR ?D 3	a182	va
 AllowSuggestedSites	chr ADGR ?D 3	a91	va
 DisableCompatView	chr ADGR ?D 3	a182	va
 DisableFeedsBackgroundSync	chr ADGR ?D 3	a182	va
 DisableFirstRunWizard	chr ADGR ?D 3	a91	va
 DisableFlipAheadFeature	chr ADGR ?D 3	a91	va
 DisableGeolocation	chr ADGR ?D 3	a182	va
 DisableWebAddressAutoComplete	chr ADGR ?D 3	a182	va
 NewTabDefaultPage	chr ADGR ?D 3	a182	va
 PreventManagingSmartScreenFilter	chr ADGR ?D 3	a123	va
 SearchProviderList	chr ADGR ?D 3	a91	va
 DoNotAllowUsersToAddSites	chr ADGR ?D 3	a91	va
 DoNotAllowUsersToChangePolicies	chr ADGR ?D 3	a91	va
 AllowActiveXFiltering	chr ADGR ?D 3	a91	va
 AllowEnterpriseModeSiteList	chr ADGR ?D 3	a91	va
 SendSitesNotInEnterpriseSiteListToEdge	chr ADGR ?D 3	a183	va
 ConfigureEdgeRedirectChannel	chr ADGR ?D 3	a183	va
 KeepIntranetSitesInInternetExplorer	chr ADGR ?D 3	a183	va
 AllowSaveTargetAsInIEMode	chr ADGR ?D 3	a183	va
 DisableInternetExplorerApp	chr ADGR ?D 3	a183	va
 EnableExtendedIEModeHotkeys	chr ADGR ?D 3	a184	va
 AllowLegacyURLFields	chr ADGR ?D 3	a185	va
 ResetZoomForDialogInIEMode	chr ADGR ?D 3	a186	va
 EnableGlobalWindowListInIEMode	chr ADGR ?D 3	a187	va
 JScriptReplacement	chr ADGR ?D 3	a177	va
 AllowInternetExplorerStandardsMode	chr ADGR ?D 3	a91	va
 AllowInternetExplorer7PolicyList	chr ADGR ?D 3	a123	va
 DisableEncryptionSupport	chr ADGR ?D 3	a91	va
 AllowEnhancedProtectedMode	chr ADGR ?D 3	a91	va
 AllowInternetZoneTemplate	chr ADGR ?D 3	a91	va
 IncludeAllLocalSites	chr ADGR ?D 3	a91	va
 IncludeAllNetworkPaths	chr ADGR ?D 3	a91	va
 AllowIntranetZoneTemplate	chr ADGR ?D 3	a91	va
 AllowLocalMachineZoneTemplate	chr ADGR ?D 3	a91	va
 AllowLockedDownInternetZoneTemplate	chr ADGR ?D 3	a91	va
 AllowLockedDownIntranetZoneTemplate	chr ADGR ?D 3	a91	va
 AllowLockedDownLocalMachineZoneTemplate	chr ADGR ?D 3	a91	va
 AllowLockedDownRestrictedSitesZoneTemplate	chr ADGR ?D 3	a91	va
 AllowsLockedDownTrustedSitesZoneTemplate	chr ADGR ?D 3	a91	va
 AllowsRestrictedSitesZoneTemplate	chr ADGR ?D 3	a91	va
 AllowSiteToZoneAssignmentList	chr ADGR ?D 3	a91	va
 AllowTrustedSitesZoneTemplate	chr ADGR ?D 3	a91	va
 InternetZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 IntranetZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 InternetZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 IntranetZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 InternetZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 IntranetZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 InternetZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 IntranetZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 InternetZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 IntranetZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 InternetZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 IntranetZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 TrustedSitesZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LocalMachineZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 InternetZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 IntranetZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 TrustedSitesZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LocalMachineZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 InternetZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 IntranetZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 InternetZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 IntranetZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 InternetZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 IntranetZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 InternetZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 IntranetZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 AllowAddOnList	chr ADGR ?D 3	a91	va
 DoNotBlockOutdatedActiveXControls	chr ADGR ?D 3	a91	va
 DoNotBlockOutdatedActiveXControlsOnSpecificDomains	chr ADGR ?D 3	a91	va
 DisableEnclosureDownloading	chr ADGR ?D 3	a91	va
 DisableBypassOfSmartScreenWarnings	chr ADGR ?D 3	a91	va
 DisableBypassOfSmartScreenWarningsAboutUncommonFiles	chr ADGR ?D 3	a91	va
 AllowOneWordEntry	chr ADGR ?D 3	a91	va
 AllowEnterpriseModeFromToolsMenu	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowActiveScripting	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowBinaryAndScriptBehaviors	chr ADGR ?D 3	a123	va
 InternetZoneAllowCopyPasteViaScript	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowCopyPasteViaScript	chr ADGR ?D 3	a123	va
 AllowDeletingBrowsingHistoryOnExit	chr ADGR ?D 3	a123	va
 InternetZoneAllowDragAndDropCopyAndPasteFiles	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowDragAndDropCopyAndPasteFiles	chr ADGR ?D 3	a123	va
 AllowFallbackToSSL3	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowFileDownloads	chr ADGR ?D 3	a123	va
 InternetZoneAllowLoadingOfXAMLFiles	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowLoadingOfXAMLFiles	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowMETAREFRESH	chr ADGR ?D 3	a123	va
 InternetZoneAllowOnlyApprovedDomainsToUseActiveXControls	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowOnlyApprovedDomainsToUseActiveXControls	chr ADGR ?D 3	a123	va
 InternetZoneAllowOnlyApprovedDomainsToUseTDCActiveXControl	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowOnlyApprovedDomainsToUseTDCActiveXControl	chr ADGR ?D 3	a123	va
 InternetZoneAllowScriptingOfInternetExplorerWebBrowserControls	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowScriptingOfInternetExplorerWebBrowserControls	chr ADGR ?D 3	a123	va
 InternetZoneAllowScriptInitiatedWindows	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowScriptInitiatedWindows	chr ADGR ?D 3	a123	va
 AllowSoftwareWhenSignatureIsInvalid	chr ADGR ?D 3	a123	va
 InternetZoneAllowUpdatesToStatusBarViaScript	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowUpdatesToStatusBarViaScript	chr ADGR ?D 3	a123	va
 CheckServerCertificateRevocation	chr ADGR ?D 3	a123	va
 CheckSignaturesOnDownloadedPrograms	chr ADGR ?D 3	a123	va
 DisableConfiguringHistory	chr ADGR ?D 3	a123	va
 DoNotAllowActiveXControlsInProtectedMode	chr ADGR ?D 3	a123	va
 InternetZoneDoNotRunAntimalwareAgainstActiveXControls	chr ADGR ?D 3	a123	va
 IntranetZoneDoNotRunAntimalwareAgainstActiveXControls	chr ADGR ?D 3	a123	va
 LocalMachineZoneDoNotRunAntimalwareAgainstActiveXControls	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneDoNotRunAntimalwareAgainstActiveXControls	chr ADGR ?D 3	a123	va
 TrustedSitesZoneDoNotRunAntimalwareAgainstActiveXControls	chr ADGR ?D 3	a123	va
 InternetZoneDownloadSignedActiveXControls	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneDownloadSignedActiveXControls	chr ADGR ?D 3	a123	va
 InternetZoneDownloadUnsignedActiveXControls	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneDownloadUnsignedActiveXControls	chr ADGR ?D 3	a123	va
 InternetZoneEnableDraggingOfContentFromDifferentDomainsAcrossWindows	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneEnableDraggingOfContentFromDifferentDomainsAcrossWindows	chr ADGR ?D 3	a123	va
 InternetZoneEnableDraggingOfContentFromDifferentDomainsWithinWindows	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneEnableDraggingOfContentFromDifferentDomainsWithinWindows	chr ADGR ?D 3	a123	va
 InternetZoneEnableMIMESniffing	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneEnableMIMESniffing	chr ADGR ?D 3	a123	va
 InternetZoneIncludeLocalPathWhenUploadingFilesToServer	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneIncludeLocalPathWhenUploadingFilesToServer	chr ADGR ?D 3	a123	va
 ConsistentMimeHandlingInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 MimeSniffingSafetyFeatureInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 MKProtocolSecurityRestrictionInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 NotificationBarInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 ProtectionFromZoneElevationInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 RestrictActiveXInstallInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 RestrictFileDownloadInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 ScriptedWindowSecurityRestrictionsInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 InternetZoneJavaPermissions	chr ADGR ?D 3	a123	va
 IntranetZoneJavaPermissions	chr ADGR ?D 3	a123	va
 LocalMachineZoneJavaPermissions	chr ADGR ?D 3	a123	va
 LockedDownInternetZoneJavaPermissions	chr ADGR ?D 3	a123	va
 LockedDownLocalMachineZoneJavaPermissions	chr ADGR ?D 3	a123	va
 LockedDownRestrictedSitesZoneJavaPermissions	chr ADGR ?D 3	a123	va
 LockedDownTrustedSitesZoneJavaPermissions	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneJavaPermissions	chr ADGR ?D 3	a123	va
 TrustedSitesZoneJavaPermissions	chr ADGR ?D 3	a123	va
 InternetZoneLaunchingApplicationsAndFilesInIFRAME	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneLaunchingApplicationsAndFilesInIFRAME	chr ADGR ?D 3	a123	va
 InternetZoneLogonOptions	chr ADGR ?D 3	a123	va
 IntranetZoneLogonOptions	chr ADGR ?D 3	a188	va
 TrustedSitesZoneLogonOptions	chr ADGR ?D 3	a188	va
 RestrictedSitesZoneLogonOptions	chr ADGR ?D 3	a123	va
 LocalMachineZoneLogonOptions	chr ADGR ?D 3	a188	va
 DisableDeletingUserVisitedWebsites	chr ADGR ?D 3	a123	va
 DisableIgnoringCertificateErrors	chr ADGR ?D 3	a123	va
 PreventPerUserInstallationOfActiveXControls	chr ADGR ?D 3	a123	va
 RemoveRunThisTimeButtonForOutdatedActiveXControls	chr ADGR ?D 3	a123	va
 InternetZoneRunNETFrameworkReliantComponentsSignedWithAuthenticode	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneRunNETFrameworkReliantComponentsSignedWithAuthenticode	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneRunActiveXControlsAndPlugins	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneScriptActiveXControlsMarkedSafeForScripting	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneScriptingOfJavaApplets	chr ADGR ?D 3	a123	va
 SecurityZonesUseOnlyMachineSettings	chr ADGR ?D 3	a95	va
 InternetZoneShowSecurityWarningForPotentiallyUnsafeFiles	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneShowSecurityWarningForPotentiallyUnsafeFiles	chr ADGR ?D 3	a123	va
 SpecifyUseOfActiveXInstallerService	chr ADGR ?D 3	a123	va
 DisableCrashDetection	chr ADGR ?D 3	a123	va
 DisableInPrivateBrowsing	chr ADGR ?D 3	a123	va
 DisableSecuritySettingsCheck	chr ADGR ?D 3	a123	va
 DisableProcessesInEnhancedProtectedMode	chr ADGR ?D 3	a123	va
 AllowCertificateAddressMismatchWarning	chr ADGR ?D 3	a123	va
 InternetZoneEnableCrossSiteScriptingFilter	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneEnableCrossSiteScriptingFilter	chr ADGR ?D 3	a123	va
 InternetZoneEnableProtectedMode	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneTurnOnProtectedMode	chr ADGR ?D 3	a123	va
 InternetZoneUsePopupBlocker	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneUsePopupBlocker	chr ADGR ?D 3	a123	va
 InternetZoneAllowVBScriptToRunInInternetExplorer	chr ADGR ?D 3	a95	va
 LockedDownIntranetJavaPermissions	chr ADGR ?D 3	a95	va
 RestrictedSitesZoneAllowVBScriptToRunInInternetExplorer	chr ADGR ?D 3	a95	va
 DisableHTMLApplication	chr ADGR ?D 3	a189	va
 DisableAdobeFlash	chr ADGR ?D r
Kerberos	node G 1P	m16
 RequireKerberosArmoring	chr ADGR ?D 3	a91	va
 KerberosClientSupportsClaimsCompoundArmor	chr ADGR ?D 3	a91	va
 RequireStrictKDCValidation	chr ADGR ?D 3	a91	va
 SetMaximumContextTokenSize	chr ADGR ?D 3	a91	va
 AllowForestSearchOrder	chr ADGR ?D 3	a91	va
 UPNNameHints	chr ADGR ?D 3	a98	vn	l
 PKInitHashAlgorithmConfiguration	int ADGR ?D 1	a90	=0	ve0|1
 PKInitHashAlgorithmSHA1	int ADGR ?D 3	a90	=1	ve0|1|2|3
 PKInitHashAlgorithmSHA256	int ADGR ?D 3	a90	=1	ve0|1|2|3
 PKInitHashAlgorithmSHA384	int ADGR ?D 3	a90	=1	ve0|1|2|3
 PKInitHashAlgorithmSHA512	int ADGR ?D 3	a90	=1	ve0|1|2|3
 CloudKerberosTicketRetrievalEnabled	int ADGR ?D 1	a177	=0	ve0|1
KioskBrowser	node G 1P	m16
 BlockedUrls	chr ADGR ?D 3	a164	vn	l
 BlockedUrlExceptions	chr ADGR ?D 3	a164	vn	l
 DefaultURL	chr ADGR ?D 3	a164
 EnableEndSessionButton	int ADGR ?D 3	a164	=0	ve1|0
 EnableHomeButton	int ADGR ?D 3	a164	=0	ve1|0
 EnableNavigationButtons	int ADGR ?D 3	a164	=0	ve1|0
 RestartOnIdleTime	int ADGR ?D 3	a164	=0	vr1..1440
LanmanWorkstation	node G 1P	m16
 EnableInsecureGuestLogons	int ADGR ?D 1	a95	=0	ve0|1
Licensing	node G 1P	m16
 AllowWindowsEntitlementReactivation	int ADGR ?D 1	a116	=1	ve0|1
 DisallowKMSClientOnlineAVSValidation	int ADGR ?D 1	a116	=0	ve0|1
LocalPoliciesSecurityOptions	node G 1P	m16
 Accounts_EnableAdministratorAccountStatus	int ADGR ?D 3	a108	=0	ve1|0
 Accounts_BlockMicrosoftAccounts	int ADGR ?D 3	a108	=0	ve0|1|3
 Accounts_EnableGuestAccountStatus	int ADGR ?D 3	a108	=0	ve1|0
 Accounts_LimitLocalAccountUseOfBlankPasswordsToConsoleLogonOnly	int ADGR ?D 3	a108	=1	ve0|1
 Accounts_RenameAdministratorAccount	chr ADGR ?D 3	a108	=Administrator
 Accounts_RenameGuestAccount	chr ADGR ?D 3	a108	=Guest
 Audit_AuditTheUseOfBackupAndRestoreprivilege	b64 ADGR ?D 3	a190	=AA==	veAQ==|AA==
 Audit_ForceAuditPolicySubcategorySettingsToOverrideAuditPolicyCategorySettings	int ADGR ?D 3	a190	=1	vr0..1
 Audit_ShutdownSystemImmediatelyIfUnableToLogSecurityAudits	int ADGR ?D 3	a190	=0	vr0..1
 Devices_AllowUndockWithoutHavingToLogon	int ADGR ?D 3	a108	=1	ve1|0
 Devices_AllowedToFormatAndEjectRemovableMedia	chr ADGR ?D 3	a108	=0
 Devices_PreventUsersFromInstallingPrinterDriversWhenConnectingToSharedPrinters	int ADGR ?D 3	a108	=0	ve1|0
 Devices_RestrictCDROMAccessToLocallyLoggedOnUserOnly	chr ADGR ?D 3	a108	=0
 Devices_RestrictFloppyAccessToLocallyLoggedOnUserOnly	chr ADGR ?D 3	a190	=0
 DomainMember_DigitallyEncryptOrSignSecureChannelDataAlways	int ADGR ?D 3	a190	=1	vr0..1
 DomainMember_DigitallyEncryptSecureChannelDataWhenPossible	int ADGR ?D 3	a190	=1	vr0..1
 DomainMember_DigitallySignSecureChannelDataWhenPossible	int ADGR ?D 3	a190	=1	vr0..1
 DomainMember_DisableMachineAccountPasswordChanges	int ADGR ?D 3	a190	=0	vr0..1
 DomainMember_MaximumMachineAccountPasswordAge	int ADGR ?D 1	a190	=30	vr0..999
 DomainMember_RequireStrongSessionKey	int ADGR ?D 3	a190	=1	vr0..1
 InteractiveLogon_DisplayUserInformationWhenTheSessionIsLocked	int ADGR ?D 3	a108	=1	ve1|2|3|4
 InteractiveLogon_DoNotRequireCTRLALTDEL	int ADGR ?D 3	a108	=1	ve0|1
 InteractiveLogon_DoNotDisplayLastSignedIn	int ADGR ?D 3	a108	=0	ve0|1
 InteractiveLogon_DoNotDisplayUsernameAtSignIn	int ADGR ?D 3	a108	=1	ve0|1
 InteractiveLogon_MachineAccountLockoutThreshold	int ADGR ?D 4	a190	=0	vr0..999
 InteractiveLogon_MachineInactivityLimit	int ADGR ?D 3	a108	=0	vr0..599940
 InteractiveLogon_MessageTextForUsersAttemptingToLogOn	chr ADGR ?D 3	a108	vn	l
 InteractiveLogon_MessageTitleForUsersAttemptingToLogOn	chr ADGR ?D 3	a108
 InteractiveLogon_NumberOfPreviousLogonsToCache	chr ADGR ?D 3	a191	=10
 InteractiveLogon_PromptUserToChangePasswordBeforeExpiration	int ADGR ?D 4	a190	=5	vr0..999
 InteractiveLogon_SmartCardRemovalBehavior	chr ADGR ?D 3	a192	=0	ve0|1|2|3
 MicrosoftNetworkClient_DigitallySignCommunicationsAlways	int ADGR ?D 3	a110	=0	ve1|0
 MicrosoftNetworkClient_DigitallySignCommunicationsIfServerAgrees	int ADGR ?D 3	a192	=1	ve1|0
 MicrosoftNetworkClient_SendUnencryptedPasswordToThirdPartySMBServers	int ADGR ?D 3	a192	=0	ve1|0
 MicrosoftNetworkServer_AmountOfIdleTimeRequiredBeforeSuspendingSession	int ADGR ?D 3	a190	=99999	vr0..99999
 MicrosoftNetworkServer_DigitallySignCommunicationsAlways	int ADGR ?D 3	a192	=0	ve1|0
 MicrosoftNetworkServer_DigitallySignCommunicationsIfClientAgrees	int ADGR ?D 3	a192	=0	ve1|0
 MicrosoftNetworkServer_DisconnectClientsWhenLogonHoursExpire	int ADGR ?D 3	a190	=1	vr0..1
 MicrosoftNetworkServer_ServerSPNTargetNameValidationLevel	int ADGR ?D 2	a190	=0	vr0..2
 NetworkAccess_AllowAnonymousSIDOrNameTranslation	int ADGR ?D 3	a190	=0	ve1|0
 NetworkAccess_DoNotAllowAnonymousEnumerationOfSAMAccounts	int ADGR ?D 3	a192	=1	ve1|0
 NetworkAccess_DoNotAllowAnonymousEnumerationOfSamAccountsAndShares	int ADGR ?D 3	a192	=0	ve1|0
 NetworkAccess_DoNotAllowStorageOfPasswordsAndCredentialsForNetworkAuthentication	int ADGR ?D 3	a190	=0	vr0..1
 NetworkAccess_LetEveryonePermissionsApplyToAnonymousUsers	int ADGR ?D 3	a190	=0	vr0..1
 NetworkAccess_NamedPipesThatCanBeAccessedAnonymously	chr ADGR ?D 3	a190	vn	l,
 NetworkAccess_RemotelyAccessibleRegistryPaths	chr ADGR ?D 3	a190	vn	l,
 NetworkAccess_RemotelyAccessibleRegistryPathsAndSubpaths	chr ADGR ?D 3	a190	vn	l,
 NetworkAccess_RestrictAnonymousAccessToNamedPipesAndShares	int ADGR ?D 3	a192	=1	ve1|0
 NetworkAccess_RestrictClientsAllowedToMakeRemoteCallsToSAM	chr ADGR ?D 3	a108
 NetworkAccess_SharesThatCanBeAccessedAnonymously	chr ADGR ?D 3	a190	vn	l,
 NetworkAccess_SharingAndSecurityModelForLocalAccounts	int ADGR ?D 2	a190	=0	vr0..1
 NetworkSecurity_AllowLocalSystemToUseComputerIdentityForNTLM	int ADGR ?D 3	a110	=1	ve1|0
 NetworkSecurity_AllowLocalSystemNULLSessionFallback	int ADGR ?D 3	a190	=1	vr0..1
 NetworkSecurity_AllowPKU2UAuthenticationRequests	int ADGR ?D 3	a108	=1	ve0|1
 NetworkSecurity_DoNotStoreLANManagerHashValueOnNextPasswordChange	int ADGR ?D d3	a192	=1	ve1|0	x10.0.22000
 NetworkSecurity_ForceLogoffWhenLogonHoursExpire	int ADGR ?D 3	a190	=1	ve1|0
 NetworkSecurity_LANManagerAuthenticationLevel	int ADGR ?D 2	a192	=3	ve0|1|2|3|4|5
 NetworkSecurity_LDAPClientSigningRequirements	int ADGR ?D 2	a190	=1	vr0..2
 NetworkSecurity_MinimumSessionSecurityForNTLMSSPBasedClients	int ADGR ?D 2	a110	=536870912	ve0|524288|536870912|537395200
 NetworkSecurity_MinimumSessionSecurityForNTLMSSPBasedServers	int ADGR ?D 2	a192	=536870912	ve0|524288|536870912|537395200
 NetworkSecurity_RestrictNTLM_AddRemoteServerExceptionsForNTLMAuthentication	chr ADGR ?D 3	a192	vn	l
 NetworkSecurity_RestrictNTLM_AuditIncomingNTLMTraffic	int ADGR ?D 2	a192	=0	ve0|1|2
 NetworkSecurity_RestrictNTLM_IncomingNTLMTraffic	int ADGR ?D 2	a192	=0	ve0|1|2
 NetworkSecurity_RestrictNTLM_OutgoingNTLMTrafficToRemoteServers	int ADGR ?D 2	a192	=0	ve0|1|2
 RecoveryConsole_AllowAutomaticAdministrativeLogon	int ADGR ?D 3	a190	=0	vr0..1
 RecoveryConsole_AllowFloppyCopyAndAccessToAllDrivesAndAllFolders	int ADGR ?D 3	a190	=0	vr0..1
 Shutdown_AllowSystemToBeShutDownWithoutHavingToLogOn	int ADGR ?D 3	a108	=1	ve0|1
 Shutdown_ClearVirtualMemoryPageFile	int ADGR ?D 3	a108	=0	ve1|0
 SystemCryptography_ForceStrongKeyProtection	int ADGR ?D 2	a190	=0	vr0..2
 SystemObjects_RequireCaseInsensitivityForNonWindowsSubsystems	int ADGR ?D 3	a190	=1	vr0..1
 SystemObjects_StrengthenDefaultPermissionsOfInternalSystemObjects	int ADGR ?D 3	a190	=1	vr0..1
 UserAccountControl_UseAdminApprovalMode	int ADGR ?D 3	a108	=0	ve1|0
 UserAccountControl_AllowUIAccessApplicationsToPromptForElevation	int ADGR ?D 3	a108	=0	ve0|1
 UserAccountControl_BehaviorOfTheElevationPromptForAdministrators	int ADGR ?D 3	a108	=5	ve0|1|2|3|4|5
 UserAccountControl_BehaviorOfTheElevationPromptForAdministratorProtection	int ADGR ?D 3	a193	=1	ve1|2
 UserAccountControl_BehaviorOfTheElevationPromptForStandardUsers	int ADGR ?D 3	a108	=3	ve0|1|3
 UserAccountControl_OnlyElevateExecutableFilesThatAreSignedAndValidated	int ADGR ?D 3	a108	=0	ve0|1
 UserAccountControl_OnlyElevateUIAccessApplicationsThatAreInstalledInSecureLocations	int ADGR ?D 3	a108	=1	ve0|1
 UserAccountControl_RunAllAdministratorsInAdminApprovalMode	int ADGR ?D 3	a108	=1	ve0|1
 UserAccountControl_TypeOfAdminApprovalMode	int ADGR ?D 3	a193	=1	ve1|2
 UserAccountControl_SwitchToTheSecureDesktopWhenPromptingForElevation	int ADGR ?D 3	a108	=1	ve0|1
 UserAccountControl_VirtualizeFileAndRegistryWriteFailuresToPerUserLocations	int ADGR ?D 3	a108	=1	ve0|1
 UserAccountControl_DetectApplicationInstallationsAndPromptForElevation	int ADGR ?D 3	a108	=1	ve1|0
LocalSecurityAuthority	node G 1P	m16
 AllowCustomSSPsAPs	chr ADGR ?D 3	a90	va
 ConfigureLsaProtectedProcess	int ADGR ?D 3	a90	=0	ve0|1|2
LocalUsersAndGroups	node G 1P	m16
 Configure	chr ADGR ?D 3	a194	vx
LockDown	node G 1P	m16
 AllowEdgeSwipe	int ADGR ?D 1	a88	=1	ve0|1
Maps	node G 1P	m16
 AllowOfflineMapsDownloadOverMeteredConnection	int ADGR ?D 3	a88	=65535	ve0|1|65535
 EnableOfflineMapsAutoUpdate	int ADGR ?D 3	a88	=65535	ve0|1|65535
MemoryDump	node G 1P	m16
 AllowCrashDump	int ADGR ?D 1	a111	=1	ve0|1
 AllowLiveDump	int ADGR ?D 1	a111	=1	ve0|1
Messaging	node G 1P	m16
 AllowMessageSync	int ADGR ?D 1	a88	=1	ve0|1
 AllowMMS	int ADGR ?D 1	a195	=1	ve1|0
 AllowRCS	int ADGR ?D 1	a195	=1	ve1|0
MixedReality	node G 1P	m16
 AllowCaptivePortalBeforeLogon	int ADGR ?D 1	a196	=0	ve0|1
 AutoLogonUser	chr ADGR ?D 3	a196
 AutoUnlock	int ADGR ?D 1	a197	=0	ve0|1
 AutomaticDisplayAdjustment	int ADGR ?D 1	a198	=1	ve0|1
 BrightnessButtonDisabled	int ADGR ?D 2	a199	=0	ve0|1
 EyeTrackingCalibrationPrompt	int ADGR ?D 1	a198	=1	ve0|1
 FallbackDiagnostics	int ADGR ?D 3	a199	=2	ve0|1|2
 HeadTrackingMode	int ADGR ?D 3	a198	=0	vr0..1
 MicrophoneDisabled	int ADGR ?D 2	a199	=0	ve0|1
 VolumeButtonDisabled	int ADGR ?D 2	a199	=0	ve0|1
 VisitorAutoLogon	int ADGR ?D 1	a196	=0	ve0|1
 AADGroupMembershipCacheValidityInDays	int ADGR ?D 3	a199	=0	vr0..60
 ConfigureMovingPlatform	int ADGR ?D 3	a196	=0	ve0|1|2
 ManualDownDirectionDisabled	int ADGR ?D 2	a196	=0	ve0|1
 AllowLaunchUriInSingleAppKiosk	int ADGR ?D 1	a196	=0	ve0|1
 SkipCalibrationDuringSetup	int ADGR ?D 3	a196	=0	ve0|1
 SkipTrainingDuringSetup	int ADGR ?D 3	a196	=0	ve0|1
 ConfigureNtpClient	chr ADGR ?D 3	a196	va
 NtpClientEnabled	chr ADGR ?D 3	a196	va
 ConfigureSharedAccount	chr ADGR ?D 3	a200	vx
 DisallowNetworkConnectivityPassivePolling	int ADGR ?D 2	a196	=0	ve0|1
 EnableStartMenuWristTap	int ADGR ?D 1	a201	=1	ve0|1
 RequireStartIconVisible	int ADGR ?D 2	a201	=0	ve0|1
 RequireStartIconHold	int ADGR ?D 2	a201	=0	ve0|1
 EnableStartMenuSingleHandGesture	int ADGR ?D 1	a201	=1	ve0|1
 EnableStartMenuVoiceCommand	int ADGR ?D 1	a201	=1	ve0|1
 PreferLogonAsOtherUser	int ADGR ?D 2	a201	=0	ve0|1
 ConfigureDeviceStandbyAction	int ADGR ?D 3	a200	=0	ve0|1|2
 ConfigureDeviceStandbyActionTimeout	int ADGR ?D 3	a200	=8	vr1..168
MSSecurityGuide	node G 1P	m16
 ApplyUACRestrictionsToLocalAccountsOnNetworkLogon	chr ADGR ?D 3	a95	va
 ConfigureSMBV1ClientDriver	chr ADGR ?D 3	a95	va
 ConfigureSMBV1Server	chr ADGR ?D 3	a95	va
 EnableStructuredExceptionHandlingOverwriteProtection	chr ADGR ?D 3	a95	va
 NetBTNodeTypeConfiguration	chr ADGR ?D 3	a137	va
 TurnOnWindowsDefenderProtectionAgainstPotentiallyUnwantedApplications	chr ADGR ?D 3	a95	va
 WDigestAuthentication	chr ADGR ?D 3	a95	va
MSSLegacy	node G 1P	m16
 IPv6SourceRoutingProtectionLevel	chr ADGR ?D 3	a95	va
 IPSourceRoutingProtectionLevel	chr ADGR ?D 3	a95	va
 AllowICMPRedirectsToOverrideOSPFGeneratedRoutes	chr ADGR ?D 3	a95	va
 AllowTheComputerToIgnoreNetBIOSNameReleaseRequestsExceptFromWINSServers	chr ADGR ?D 3	a95	va
NetworkIsolation	node G 1P	m16
 EnterpriseCloudResources	chr ADGR ?D 3	a92	vn	l\p
 EnterpriseInternalProxyServers	chr ADGR ?D 3	a89	vn	l,
 EnterpriseIPRange	chr ADGR ?D 3	a89	vn	l,
 EnterpriseIPRangesAreAuthoritative	int ADGR ?D 3	a92	=0	ve1|0
 EnterpriseNetworkDomainNames	chr ADGR ?D 3	a89	vn	l,
 EnterpriseProxyServers	chr ADGR ?D 3	a89	vn	l,
 EnterpriseProxyServersAreAuthoritative	int ADGR ?D 3	a92	=0	ve1|0
 NeutralResources	chr ADGR ?D 3	a92	vn	l,
NetworkListManager	node G 1P	m16
 AllNetworks_NetworkIcon	int ADGR ?D 3	a202	=0	ve0|1
 AllNetworks_NetworkLocation	int ADGR ?D 3	a202	=0	ve0|1
 AllNetworks_NetworkName	int ADGR ?D 3	a202	=0	ve0|1
 AllowedTlsAuthenticationEndpoints	chr ADGR ?D 3	a203	vn	l
 ConfiguredTlsAuthenticationNetworkName	chr ADGR ?D 3	a203
 IdentifyingNetworks_LocationType	int ADGR ?D 3	a202	=0	ve0|1
 UnidentifiedNetworks_LocationType	int ADGR ?D 3	a202	=0	ve0|1
 UnidentifiedNetworks_UserPermissions	int ADGR ?D 3	a202	=0	ve0|1
NewsAndInterests	node G 1P	m16
 AllowNewsAndInterests	int ADGR ?D 1	a204	=1	ve0|1
 DisableWidgetsOnLockScreen	int ADGR ?D 1	a205	=0	ve0|1
 DisableWidgetsBoard	int ADGR ?D 1	a205	=0	ve0|1
Notifications	node G 1P	m16
 DisallowCloudNotification	int ADGR ?D 1	a95	=0	ve0|1
 WnsEndpoint	chr ADGR ?D 3	a177
Power	node G 1P	m16
 AllowStandbyWhenSleepingPluggedIn	chr ADGR ?D 3	a134	va
 RequirePasswordWhenComputerWakesOnBattery	chr ADGR ?D 3	a134	va
 RequirePasswordWhenComputerWakesPluggedIn	chr ADGR ?D 3	a134	va
 StandbyTimeoutPluggedIn	chr ADGR ?D 3	a206	va
 StandbyTimeoutOnBattery	chr ADGR ?D 3	a206	va
 HibernateTimeoutPluggedIn	chr ADGR ?D 3	a135	va
 HibernateTimeoutOnBattery	chr ADGR ?D 3	a135	va
 DisplayOffTimeoutPluggedIn	chr ADGR ?D 3	a206	va
 DisplayOffTimeoutOnBattery	chr ADGR ?D 3	a206	va
 AllowStandbyStatesWhenSleepingOnBattery	chr ADGR ?D 3	a118	va
 EnergySaverBatteryThresholdPluggedIn	int ADGR ?D 3	a207	=0	vr0..100
 EnergySaverBatteryThresholdOnBattery	int ADGR ?D 3	a207	=0	vr0..100
 SelectPowerButtonActionPluggedIn	int ADGR ?D 3	a208	=1	ve0|1|2|3
 SelectPowerButtonActionOnBattery	int ADGR ?D 3	a208	=1	ve0|1|2|3
 SelectSleepButtonActionPluggedIn	int ADGR ?D 3	a208	=1	ve0|1|2|3
 SelectSleepButtonActionOnBattery	int ADGR ?D 3	a208	=1	ve0|1|2|3
 SelectLidCloseActionPluggedIn	int ADGR ?D 3	a208	=1	ve0|1|2|3
 SelectLidCloseActionOnBattery	int ADGR ?D 3	a208	=1	ve0|1|2|3
 TurnOffHybridSleepPluggedIn	int ADGR ?D 3	a208	=0	ve0|1
 TurnOffHybridSleepOnBattery	int ADGR ?D 3	a208	=0	ve0|1
 UnattendedSleepTimeoutPluggedIn	int ADGR ?D 3	a208	=0	vr0..4294967295
 UnattendedSleepTimeoutOnBattery	int ADGR ?D 3	a208	=0	vr0..4294967295
 AllowHibernate	int ADGR ?D 2	a209	=1	ve0|1
Printers	node G 1P	m16
 PointAndPrintRestrictions	chr ADGR ?D 3	a91	va
 PublishPrinters	chr ADGR ?D 3	a91	va
 EnableDeviceControl	chr ADGR ?D 3	a177	va
 ApprovedUsbPrintDevices	chr ADGR ?D 3	a177	va
 RestrictDriverInstallationToAdministrators	chr ADGR ?D 3	a90	va
 ConfigureCopyFilesPolicy	chr ADGR ?D 3	a90	va
 ConfigureDriverValidationLevel	chr ADGR ?D 3	a90	va
 ManageDriverExclusionList	chr ADGR ?D 3	a90	va
 ConfigureRpcListenerPolicy	chr ADGR ?D 3	a90	va
 ConfigureRpcConnectionPolicy	chr ADGR ?D 3	a90	va
 ConfigureRpcTcpPort	chr ADGR ?D 3	a90	va
 ConfigureRpcAuthnLevelPrivacyEnabled	chr ADGR ?D 3	a90	va
 ConfigureIppPageCountsPolicy	chr ADGR ?D 3	a90	va
 ConfigureRedirectionGuardPolicy	chr ADGR ?D 3	a90	va
 ConfigureWindowsProtectedPrint	chr ADGR ?D 3	a90	va
 ConfigureIppTlsCertificatePolicy	chr ADGR ?D 3	a185	va
Privacy	node G 1P	m16
 DisableAdvertisingId	int ADGR ?D 4	a107	=65535	ve0|1|65535
 LetAppsGetDiagnosticInfo	int ADGR ?D 2	a161	=0	ve0|1|2
 LetAppsGetDiagnosticInfo_ForceAllowTheseApps	chr ADGR ?D 3	a161	vn	l;
 LetAppsGetDiagnosticInfo_ForceDenyTheseApps	chr ADGR ?D 3	a161	vn	l;
 LetAppsGetDiagnosticInfo_UserInControlOfTheseApps	chr ADGR ?D 3	a161	vn	l;
 LetAppsRunInBackground	int ADGR ?D 2	a210	=0	ve0|1|2
 LetAppsRunInBackground_ForceAllowTheseApps	chr ADGR ?D 3	a210	vn	l;
 LetAppsRunInBackground_ForceDenyTheseApps	chr ADGR ?D 3	a210	vn	l;
 LetAppsRunInBackground_UserInControlOfTheseApps	chr ADGR ?D 3	a210	vn	l;
 AllowAutoAcceptPairingAndPrivacyConsentPrompts	int ADGR ?D 1	a107	=0	ve0|1
 AllowInputPersonalization	int ADGR ?D 1	a44	=1	ve0|1
 LetAppsAccessAccountInfo	int ADGR ?D 2	a106	=0	ve0|1|2
 LetAppsAccessAccountInfo_ForceAllowTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessAccountInfo_ForceDenyTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessAccountInfo_UserInControlOfTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessCalendar	int ADGR ?D 2	a107	=0	ve0|1|2
 LetAppsAccessCalendar_ForceAllowTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessCalendar_ForceDenyTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessCalendar_UserInControlOfTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessCallHistory	int ADGR ?D 2	a107	=0	ve0|1|2
 LetAppsAccessCallHistory_ForceAllowTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessCallHistory_ForceDenyTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessCallHistory_UserInControlOfTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessCamera	int ADGR ?D 2	a106	=0	ve0|1|2
 LetAppsAccessCamera_ForceAllowTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessCamera_ForceDenyTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessCamera_UserInControlOfTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessContacts	int ADGR ?D 2	a107	=0	ve0|1|2
 LetAppsAccessContacts_ForceAllowTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessContacts_ForceDenyTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessContacts_UserInControlOfTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessEmail	int ADGR ?D 2	a107	=0	ve0|1|2
 LetAppsAccessEmail_ForceAllowTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessEmail_ForceDenyTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessEmail_UserInControlOfTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessGraphicsCaptureProgrammatic	int ADGR ?D 2	a211	=0	vr0..2
 LetAppsAccessGraphicsCaptureProgrammatic_ForceAllowTheseApps	chr ADGR ?D 3	a211	vn	l;
 LetAppsAccessGraphicsCaptureProgrammatic_ForceDenyTheseApps	chr ADGR ?D 3	a211	vn	l;
 LetAppsAccessGraphicsCaptureProgrammatic_UserInControlOfTheseApps	chr ADGR ?D 3	a211	vn	l;
 LetAppsAccessGraphicsCaptureWithoutBorder	int ADGR ?D 2	a211	=0	vr0..2
 LetAppsAccessGraphicsCaptureWithoutBorder_ForceAllowTheseApps	chr ADGR ?D 3	a211	vn	l;
 LetAppsAccessGraphicsCaptureWithoutBorder_ForceDenyTheseApps	chr ADGR ?D 3	a211	vn	l;
 LetAppsAccessGraphicsCaptureWithoutBorder_UserInControlOfTheseApps	chr ADGR ?D 3	a211	vn	l;
 LetAppsAccessHumanPresence	int ADGR ?D 2	a212	=0	ve0|1|2
 LetAppsAccessHumanPresence_ForceAllowTheseApps	chr ADGR ?D 3	a212	vn	l;
 LetAppsAccessHumanPresence_ForceDenyTheseApps	chr ADGR ?D 3	a212	vn	l;
 LetAppsAccessHumanPresence_UserInControlOfTheseApps	chr ADGR ?D 3	a212	vn	l;
 LetAppsAccessLocation	int ADGR ?D 2	a106	=0	ve0|1|2
 LetAppsAccessLocation_ForceAllowTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessLocation_ForceDenyTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessLocation_UserInControlOfTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessMessaging	int ADGR ?D 2	a107	=0	ve0|1|2
 LetAppsAccessMessaging_ForceAllowTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessMessaging_ForceDenyTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessMessaging_UserInControlOfTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessMicrophone	int ADGR ?D 2	a106	=0	ve0|1|2
 LetAppsAccessMicrophone_ForceAllowTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessMicrophone_ForceDenyTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessMicrophone_UserInControlOfTheseApps	chr ADGR ?D 3	a106	vn	l;
 LetAppsAccessMotion	int ADGR ?D 2	a107	=0	ve0|1|2
 LetAppsAccessMotion_ForceAllowTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessMotion_ForceDenyTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessMotion_UserInControlOfTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessNotifications	int ADGR ?D 2	a161	=0	ve0|1|2
 LetAppsAccessNotifications_ForceAllowTheseApps	chr ADGR ?D 3	a161	vn	l;
 LetAppsAccessNotifications_ForceDenyTheseApps	chr ADGR ?D 3	a161	vn	l;
 LetAppsAccessNotifications_UserInControlOfTheseApps	chr ADGR ?D 3	a161	vn	l;
 LetAppsAccessPhone	int ADGR ?D 2	a107	=0	ve0|1|2
 LetAppsAccessPhone_ForceAllowTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessPhone_ForceDenyTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessPhone_UserInControlOfTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessRadios	int ADGR ?D 2	a107	=0	ve0|1|2
 LetAppsAccessRadios_ForceAllowTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessRadios_ForceDenyTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessRadios_UserInControlOfTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessTasks	int ADGR ?D 2	a161	=0	vr0..2
 LetAppsAccessTasks_ForceAllowTheseApps	chr ADGR ?D 3	a161	vn	l;
 LetAppsAccessTasks_ForceDenyTheseApps	chr ADGR ?D 3	a161	vn	l;
 LetAppsAccessTasks_UserInControlOfTheseApps	chr ADGR ?D 3	a161	vn	l;
 LetAppsAccessTrustedDevices	int ADGR ?D 2	a107	=0	ve0|1|2
 LetAppsAccessTrustedDevices_ForceAllowTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessTrustedDevices_ForceDenyTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsAccessTrustedDevices_UserInControlOfTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsSyncWithDevices	int ADGR ?D 2	a107	=0	ve0|1|2
 LetAppsSyncWithDevices_ForceAllowTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsSyncWithDevices_ForceDenyTheseApps	chr ADGR ?D 3	a107	vn	l;
 LetAppsSyncWithDevices_UserInControlOfTheseApps	chr ADGR ?D 3	a107	vn	l;
 EnableActivityFeed	int ADGR ?D 2	a139	=1	ve0|1
 PublishUserActivities	int ADGR ?D 2	a139	=1	ve0|1
 UploadUserActivities	int ADGR ?D 2	a162	=1	ve0|1
 LetAppsAccessGazeInput	int ADGR ?D 2	a213	=0	vr0..2
 LetAppsAccessGazeInput_ForceAllowTheseApps	chr ADGR ?D 3	a213	vn	l;
 LetAppsAccessGazeInput_ForceDenyTheseApps	chr ADGR ?D 3	a213	vn	l;
 LetAppsAccessGazeInput_UserInControlOfTheseApps	chr ADGR ?D 3	a213	vn	l;
 AllowCrossDeviceClipboard	int ADGR ?D 1	a140	=1	ve0|1
 DisablePrivacyExperience	int ADGR ?D 1	a140	=0	ve0|1
 LetAppsActivateWithVoice	int ADGR ?D 2	a141	=0	ve0|1|2
 LetAppsActivateWithVoiceAboveLock	int ADGR ?D 2	a141	=0	ve0|1|2
 LetAppsAccessBackgroundSpatialPerception	int ADGR ?D 2	a214	=0	ve0|1|2
 LetAppsAccessBackgroundSpatialPerception_ForceAllowTheseApps	chr ADGR ?D 3	a214	vn	l;
 LetAppsAccessBackgroundSpatialPerception_ForceDenyTheseApps	chr ADGR ?D 3	a214	vn	l;
 LetAppsAccessBackgroundSpatialPerception_UserInControlOfTheseApps	chr ADGR ?D 3	a214	vn	l;
RemoteAssistance	node G 1P	m16
 UnsolicitedRemoteAssistance	chr ADGR ?D 3	a91	va
 SolicitedRemoteAssistance	chr ADGR ?D 3	a91	va
 CustomizeWarningMessages	chr ADGR ?D 3	a91	va
 SessionLogging	chr ADGR ?D 3	a91	va
RemoteDesktop	node G 1P	m16
 LoadAadCredKeyFromProfile	int ADGR ?D 1	a177	=0	ve0|1
RemoteDesktopServices	node G 1P	m16
 DoNotAllowPasswordSaving	chr ADGR ?D 3	a133	va
 AllowUsersToConnectRemotely	chr ADGR ?D 3	a133	va
 DoNotAllowDriveRedirection	chr ADGR ?D 3	a133	va
 PromptForPasswordUponConnection	chr ADGR ?D 3	a133	va
 RequireSecureRPCCommunication	chr ADGR ?D 3	a133	va
 ClientConnectionEncryptionLevel	chr ADGR ?D 3	a133	va
 DoNotAllowWebAuthnRedirection	chr ADGR ?D 3	a215	va
 LimitServerToClientClipboardRedirection	chr ADGR ?D 3	a216	va
 LimitClientToServerClipboardRedirection	chr ADGR ?D 3	a216	va
 DisconnectOnLockLegacyAuthn	chr ADGR ?D 3	a217	va
 DisconnectOnLockMicrosoftIdentityAuthn	chr ADGR ?D 3	a217	va
 TS_SERVER_REMOTEAPP_USE_SHELLAPPRUNTIME	chr ADGR ?D 3	a218	va
RemoteManagement	node G 1P	m16
 AllowBasicAuthentication_Client	chr ADGR ?D 3	a123	va
 AllowBasicAuthentication_Service	chr ADGR ?D 3	a123	va
 AllowUnencryptedTraffic_Client	chr ADGR ?D 3	a123	va
 AllowUnencryptedTraffic_Service	chr ADGR ?D 3	a123	va
 DisallowDigestAuthentication	chr ADGR ?D 3	a123	va
 DisallowStoringOfRunAsCredentials	chr ADGR ?D 3	a123	va
 AllowCredSSPAuthenticationClient	chr ADGR ?D 3	a123	va
 AllowCredSSPAuthenticationService	chr ADGR ?D 3	a123	va
 DisallowNegotiateAuthenticationClient	chr ADGR ?D 3	a123	va
 DisallowNegotiateAuthenticationService	chr ADGR ?D 3	a123	va
 TrustedHosts	chr ADGR ?D 3	a123	va
 AllowRemoteServerManagement	chr ADGR ?D 3	a123	va
 SpecifyChannelBindingTokenHardeningLevel	chr ADGR ?D 3	a123	va
 TurnOnCompatibilityHTTPListener	chr ADGR ?D 3	a123	va
 TurnOnCompatibilityHTTPSListener	chr ADGR ?D 3	a123	va
RemoteProcedureCall	node G 1P	m16
 RPCEndpointMapperClientAuthentication	chr ADGR ?D 3	a91	va
 RestrictUnauthenticatedRPCClients	chr ADGR ?D 3	a91	va
RemoteShell	node G 1P	m16
 AllowRemoteShellAccess	chr ADGR ?D 3	a123	va
 SpecifyIdleTimeout	chr ADGR ?D 3	a123	va
 MaxConcurrentUsers	chr ADGR ?D 3	a123	va
 SpecifyMaxMemory	chr ADGR ?D 3	a123	va
 SpecifyMaxProcesses	chr ADGR ?D 3	a123	va
 SpecifyMaxRemoteShells	chr ADGR ?D 3	a123	va
 SpecifyShellTimeout	chr ADGR ?D 3	a123	va
RestrictedGroups	node G 1P	m16
 ConfigureGroupMembership	chr ADGR ?D 3	a95	vx
Search	node G 1P	m16
 AllowIndexingEncryptedStoresOrItems	int ADGR ?D 1	a92	=0	ve0|1
 AllowSearchToUseLocation	int ADGR ?D 1	a3	=1	ve0|1
 AllowStoringImagesFromVisionSearch	int ADGR ?D 1	a89	=1	ve0|1
 AllowUsingDiacritics	int ADGR ?D 2	a92	=0	ve0|1
 AlwaysUseAutoLangDetection	int ADGR ?D 2	a92	=0	ve0|1
 DisableBackoff	int ADGR ?D 2	a92	=0	ve0|1
 DisableRemovableDriveIndexing	int ADGR ?D 2	a92	=0	ve0|1
 DisableSearch	int ADGR ?D 2	a90	=0	ve0|1
 PreventIndexingLowDiskSpaceMB	int ADGR ?D 2	a92	=1	ve0|1
 PreventRemoteQueries	int ADGR ?D 2	a92	=1	ve0|1
 SafeSearchPermissions	int ADGR ?D d2	a125	=1	ve1|0	x10.0.22000
 AllowWindowsIndexer	int ADGR ?D 1	a89	=3	vr0..3
 AllowCloudSearch	int ADGR ?D 1	a123	=1	ve0|1
 DoNotUseWebResults	int ADGR ?D 1	a95	=1	ve0|1
 AllowCortanaInAAD	int ADGR ?D 1	a95	=0	ve0|1
 AllowFindMyFiles	int ADGR ?D 1	a182	=1	ve1|0
 AllowSearchHighlights	int ADGR ?D 1	a219	=1	vr0..1
 ConfigureSearchOnTaskbarMode	int ADGR ?D 3	a137	=3	ve0|1|2|3
Security	node G 1P	m16
 AllowAddProvisioningPackage	int ADGR ?D 1	a142	=1	ve0|1
 AllowManualRootCertificateInstallation	int ADGR ?D d1	a131	=1	ve0|1	x10.0.22000
 AllowRemoveProvisioningPackage	int ADGR ?D 1	a142	=1	ve0|1
 AntiTheftMode	int ADGR ?D d1	a87	=1	ve0|1	x10.0.22000
 PreventAutomaticDeviceEncryptionForAzureADJoinedDevices	int ADGR ?D 3	a88	=0	ve0|1
 RequireDeviceEncryption	int ADGR ?D 2	a220	=0	ve0|1
 RequireProvisioningPackageSignature	int ADGR ?D 2	a221	=0	ve0|1
 RequireRetrieveHealthCertificateOnBoot	int ADGR ?D 2	a44	=0	ve0|1
 ClearTPMIfNotReady	int ADGR ?D 2	a135	=0	ve0|1
 ConfigureWindowsPasswords	int ADGR ?D 3	a192	=2	ve0|1|2
 RecoveryEnvironmentAuthentication	int ADGR ?D 3	a166	=0	ve0|1|2
ServiceControlManager	node G 1P	m16
 SvchostProcessMitigation	chr ADGR ?D 3	a171	va
Settings	node G 1P	m16
 AllowAutoPlay	int ADGR ?D 1	a89	=1	ve0|1
 AllowDataSense	int ADGR ?D 1	a89	=1	ve0|1
 AllowDateTime	int ADGR ?D 1	a3	=1	ve0|1
 AllowEditDeviceName	int ADGR ?D d1	a125	=1	ve0|1	x10.0.22000
 AllowLanguage	int ADGR ?D 1	a89	=1	ve0|1
 AllowPowerSleep	int ADGR ?D 1	a89	=1	ve0|1
 AllowRegion	int ADGR ?D 1	a89	=1	ve0|1
 AllowSignInOptions	int ADGR ?D 1	a89	=1	ve0|1
 AllowVPN	int ADGR ?D 1	a3	=1	ve0|1
 AllowWorkplace	int ADGR ?D 1	a89	=1	ve0|1
 AllowYourAccount	int ADGR ?D 1	a89	=1	ve0|1
 PageVisibilityList	chr ADGR ?D 3	a222
 AllowOnlineTips	int ADGR ?D 1	a123	=1	ve0|1
SettingsSync	node G 1P	m16
 DisableAccessibilitySettingSync	chr ADGR ?D 3	a223	va
 DisableLanguageSettingSync	chr ADGR ?D 3	a223	va
 EnableWindowsbackup	chr ADGR ?D 3	a224	va
SmartScreen	node G 1P	m16
 EnableSmartScreenInShell	int ADGR ?D 2	a133	=1	ve0|1
 PreventOverrideForFilesInShell	int ADGR ?D 2	a133	=0	ve0|1
 EnableAppInstallControl	int ADGR ?D 3	a133	=0	ve0|1|2|3
Speech	node G 1P	m16
 AllowSpeechModelUpdate	int ADGR ?D 1	a225	=1	ve0|1
Start	node G 1P	m16
 AllowPinnedFolderDocuments	int ADGR ?D 1	a91	=65535	ve0|1|65535
 AllowPinnedFolderDownloads	int ADGR ?D 1	a91	=65535	ve0|1|65535
 AllowPinnedFolderFileExplorer	int ADGR ?D 1	a91	=65535	ve0|1|65535
 AllowPinnedFolderHomeGroup	int ADGR ?D 1	a91	=65535	ve0|1|65535
 AllowPinnedFolderMusic	int ADGR ?D 1	a91	=65535	ve0|1|65535
 AllowPinnedFolderNetwork	int ADGR ?D 1	a91	=65535	ve0|1|65535
 AllowPinnedFolderPersonalFolder	int ADGR ?D 1	a91	=65535	ve0|1|65535
 AllowPinnedFolderPictures	int ADGR ?D 1	a91	=65535	ve0|1|65535
 AllowPinnedFolderSettings	int ADGR ?D 1	a91	=65535	ve0|1|65535
 AllowPinnedFolderVideos	int ADGR ?D 1	a91	=65535	ve0|1|65535
 ForceStartSize	int ADGR ?D 3	a89	=0	ve0|1|2
 DisableContextMenus	int ADGR ?D 1	a95	=0	ve0|1
 ShowOrHideMostUsedApps	int ADGR ?D 2	a177	=0	ve0|1|2
 HideFrequentlyUsedApps	int ADGR ?D 1	a91	=0	ve0|1
 HideRecentlyAddedApps	int ADGR ?D 1	a91	=0	ve0|1
 HideRecentJumplists	int ADGR ?D 1	a91	=0	ve0|1
 HideAppList	int ADGR ?D 3	a91	=0	ve0|1|2|3
 HideChangeAccountSettings	int ADGR ?D 1	a91	=0	ve0|1
 HideLock	int ADGR ?D 1	a91	=0	ve0|1
 HideSignOut	int ADGR ?D 1	a91	=0	ve0|1
 HideSwitchAccount	int ADGR ?D 1	a91	=0	ve0|1
 HideSleep	int ADGR ?D 1	a91	=0	ve0|1
 HideHibernate	int ADGR ?D 1	a91	=0	ve0|1
 HideShutDown	int ADGR ?D 1	a91	=0	ve0|1
 HideRestart	int ADGR ?D 1	a91	=0	ve0|1
 HideUserTile	int ADGR ?D 1	a91	=0	ve0|1
 HidePowerButton	int ADGR ?D 1	a91	=0	ve0|1
 ImportEdgeAssets	chr ADGR ?D 3	a91
 NoPinningToTaskbar	int ADGR ?D 2	a91	=0	ve0|1
 StartLayout	chr ADGR ?D 3	a92
 ConfigureStartPins	chr ADGR ?D 3	a177
 HideRecommendedSection	int ADGR ?D 2	a90	=0	ve0|1
 HideRecommendedPersonalizedSites	int ADGR ?D 2	a226	=0	ve0|1
 SimplifyQuickSettings	int ADGR ?D 1	a90	=0	ve0|1
 DisableEditingQuickSettings	int ADGR ?D 1	a90	=0	ve0|1
 HideTaskViewButton	int ADGR ?D 2	a90	=0	ve0|1
Stickers	node G 1P	m16
 EnableStickers	int ADGR ?D 1	a227	=0	ve0|1
Storage	node G 1P	m16
 EnhancedStorageDevices	chr ADGR ?D 3	a91	va
 AllowDiskHealthModelUpdates	int ADGR ?D 3	a123	=1	ve0|1
 RemovableDiskDenyWriteAccess	int ADGR ?D 2	a110	=0	ve0|1
 WPDDevicesDenyReadAccessPerDevice	chr ADGR ?D 3	a111	va
 WPDDevicesDenyWriteAccessPerDevice	chr ADGR ?D 3	a111	va
 AllowStorageSenseGlobal	int ADGR ?D 3	a228	=0	ve1|0
 ConfigStorageSenseGlobalCadence	int ADGR ?D 3	a228	=0	vr0..4294967295
 AllowStorageSenseTemporaryFilesCleanup	int ADGR ?D 3	a228	=1	ve1|0
 ConfigStorageSenseRecycleBinCleanupThreshold	int ADGR ?D 3	a182	=30	vr0..365
 ConfigStorageSenseDownloadsCleanupThreshold	int ADGR ?D 3	a228	=0	vr0..365
 ConfigStorageSenseCloudContentDehydrationThreshold	int ADGR ?D 3	a228	=0	vr0..365
Sudo	node G 1P	m16
 EnableSudo	int ADGR ?D 1	a229	=3	ve0|1|2|3
System	node G 1P	m16
 AllowBuildPreview	int ADGR ?D 1	a221	=2	ve0|1|2
 AllowEmbeddedMode	int ADGR ?D 1	a230	=0	ve0|1
 AllowExperimentation	int ADGR ?D 1	a230	=1	ve0|1|2
 AllowFontProviders	int ADGR ?D 1	a133	=1	ve0|1
 AllowLocation	int ADGR ?D 1	a142	=1	ve0|1|2
 AllowStorageCard	int ADGR ?D 1	a142	=1	ve0|1
 AllowTelemetry	int ADGR ?D 1	a142	=1	ve0|1|3
 AllowUserToResetPhone	int ADGR ?D 1	a221	=1	ve0|1
 TelemetryProxy	chr ADGR ?D 3	a230
 BootStartDriverInitialization	chr ADGR ?D 3	a133	va
 DisableOneDriveFileSync	int ADGR ?D 2	a133	=0	ve0|1
 DisableSystemRestore	chr ADGR ?D 3	a133	va
 FeedbackHubAlwaysSaveDiagnosticsLocally	int ADGR ?D 3	a108	=0	ve0|1
 AllowWUfBCloudProcessing	int ADGR ?D 3	a231	=0	ve0|8
 AllowUpdateComplianceProcessing	int ADGR ?D 3	a231	=0	ve0|16
 AllowDesktopAnalyticsProcessing	int ADGR ?D 3	a231	=0	ve0|2
 AllowMicrosoftManagedDesktopProcessing	int ADGR ?D 3	a231	=0	ve0|32
 DisableEnterpriseAuthProxy	int ADGR ?D 3	a108	=0	ve1|0
 LimitEnhancedDiagnosticDataWindowsAnalytics	int ADGR ?D 1	a108	=0	ve0|1
 AllowDeviceNameInDiagnosticData	int ADGR ?D 1	a109	=0	ve0|1
 ConfigureTelemetryOptInSettingsUx	int ADGR ?D 2	a145	=0	ve0|1
 ConfigureTelemetryOptInChangeNotification	int ADGR ?D 2	a192	=0	ve0|1
 DisableDeviceDelete	int ADGR ?D 2	a109	=0	ve0|1
 DisableDiagnosticDataViewer	int ADGR ?D 2	a110	=0	ve0|1
 ConfigureMicrosoft365UploadEndpoint	chr ADGR ?D 3	a110
 TurnOffFileHistory	int ADGR ?D 1	a155	=0	ve0|1
 DisableDirectXDatabaseUpdate	int ADGR ?D 2	a155	=0	ve0|1
 AllowCommercialDataPipeline	int ADGR ?D 2	a155	=0	ve0|1
 LimitDiagnosticLogCollection	int ADGR ?D 2	a111	=0	ve0|1
 LimitDumpCollection	int ADGR ?D 2	a111	=0	ve0|1
 EnableOneSettingsAuditing	int ADGR ?D 2	a111	=0	ve0|1
 DisableOneSettingsDownloads	int ADGR ?D 2	a111	=0	ve0|1
 HideUnsupportedHardwareNotifications	int ADGR ?D 1	a190	=0	ve0|1
SystemServices	node G 1P	m16
 ConfigureComputerBrowserServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureHomeGroupListenerServiceStartupMode	int ADGR ?D 3	a95	=3	vr2..4
 ConfigureHomeGroupProviderServiceStartupMode	int ADGR ?D 3	a95	=3	vr2..4
 ConfigureIISAdminServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureInfraredMonitorServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureInternetConnectionSharingServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureLxssManagerServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureMicrosoftFTPServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureRemoteProcedureCallLocatorServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureRoutingAndRemoteAccessServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureSimpleTCPIPServicesStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureSpecialAdministrationConsoleHelperServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureSSDPDiscoveryServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureUPnPDeviceHostServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureWebManagementServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureWindowsMediaPlayerNetworkSharingServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureWindowsMobileHotspotServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureWorldWideWebPublishingServiceStartupMode	int ADGR ?D 3	a137	=3	vr2..4
 ConfigureXboxAccessoryManagementServiceStartupMode	int ADGR ?D 3	a95	=3	ve2|3|4
 ConfigureXboxLiveAuthManagerServiceStartupMode	int ADGR ?D 3	a95	=3	ve2|3|4
 ConfigureXboxLiveGameSaveServiceStartupMode	int ADGR ?D 3	a95	=3	ve2|3|4
 ConfigureXboxLiveNetworkingServiceStartupMode	int ADGR ?D 3	a95	=3	ve2|3|4
TaskManager	node G 1P	m16
 AllowEndTask	int ADGR ?D 2	a98	=1	ve0|1
TaskScheduler	node G 1P	m16
 EnableXboxGameSaveTask	int ADGR ?D 3	a95	=0	ve0|1
TenantDefinedTelemetry	node G 1P	m16
 CustomTelemetryId	int ADGR ?D 1	a227	=0	ve0|1|2
TenantRestrictions	node G 1P	m16
 ConfigureTenantRestrictions	chr ADGR ?D 3	a232	va
TextInput	node G 1P	m16
 AllowIMELogging	int ADGR ?D 1	a89	=1	ve0|1
 AllowIMENetworkAccess	int ADGR ?D 1	a89	=1	ve0|1
 AllowInputPanel	int ADGR ?D 1	a89	=1	ve0|1
 AllowJapaneseIMESurrogatePairCharacters	int ADGR ?D 2	a89	=1	ve0|1
 AllowJapaneseIVSCharacters	int ADGR ?D 1	a89	=1	ve0|1
 AllowJapaneseNonPublishingStandardGlyph	int ADGR ?D 1	a89	=1	ve0|1
 AllowJapaneseUserDictionary	int ADGR ?D 1	a89	=1	ve0|1
 AllowKeyboardTextSuggestions	int ADGR ?D 1	a91	=1	ve0|1
 AllowHardwareKeyboardTextSuggestions	int ADGR ?D 1	a95	=1	ve0|1
 AllowLanguageFeaturesUninstall	int ADGR ?D 1	a92	=1	ve0|1
 AllowLinguisticDataCollection	int ADGR ?D 1	a92	=1	ve0|1
 ExcludeJapaneseIMEExceptJIS0208	int ADGR ?D 2	a89	=0	ve0|1
 ExcludeJapaneseIMEExceptJIS0208andEUDC	int ADGR ?D 2	a89	=0	ve0|1
 ExcludeJapaneseIMEExceptShiftJIS	int ADGR ?D 2	a89	=0	ve0|1
 EnableTouchKeyboardAutoInvokeInDesktopMode	int ADGR ?D 1	a95	=0	ve0|1|2
 TouchKeyboardFullModeAvailability	int ADGR ?D 2	a95	=0	ve0|1|2
 TouchKeyboardWideModeAvailability	int ADGR ?D 2	a95	=0	ve0|1|2
 TouchKeyboardNarrowModeAvailability	int ADGR ?D 2	a95	=0	ve0|1|2
 TouchKeyboardHandwritingModeAvailability	int ADGR ?D 2	a95	=0	ve0|1|2
 TouchKeyboardSplitModeAvailability	int ADGR ?D 2	a95	=0	ve0|1|2
 TouchKeyboardControllerModeAvailability	int ADGR ?D 2	a185	=0	ve0|1|2
 TouchKeyboardEmojiButtonAvailability	int ADGR ?D 2	a95	=0	ve0|1|2
 ForceTouchKeyboardDockedState	int ADGR ?D 2	a95	=0	ve0|1|2
 TouchKeyboardDictationButtonAvailability	int ADGR ?D 2	a95	=0	ve0|1|2
 ConfigureSimplifiedChineseIMEVersion	int ADGR ?D 1	a233	=0	ve0|1|2
 ConfigureTraditionalChineseIMEVersion	int ADGR ?D 1	a233	=0	ve0|1|2
 ConfigureJapaneseIMEVersion	int ADGR ?D 1	a233	=0	ve0|1|2
 ConfigureKoreanIMEVersion	int ADGR ?D 1	a177	=0	vr0..2
 AllowTextInputSuggestionUpdate	int ADGR ?D 1	a177	=1	ve0|1
TimeLanguageSettings	node G 1P	m16
 AllowSet24HourClock	int ADGR ?D d1	a195	=0	ve0|1	x10.0.22000
 BlockCleanupOfUnusedPreinstalledLangPacks	int ADGR ?D 1	a111	=0	ve0|1
 ConfigureTimeZone	chr ADGR ?D 3	a149
 MachineUILanguageOverwrite	int ADGR ?D 1	a111	=0	ve0|1
 RestrictLanguagePacksAndFeaturesInstall	int ADGR ?D 2	a111	=0	ve0|1
Troubleshooting	node G 1P	m16
 AllowRecommendations	int ADGR ?D 1	a182	=1	ve0|1|2|3|4|5
Update	node G 1P	m16
 ActiveHoursEnd	int ADGR ?D 3	a143	=17	vr0..23
 ActiveHoursStart	int ADGR ?D 3	a143	=8	vr0..23
 ActiveHoursMaxRange	int ADGR ?D 3	a146	=18	vr8..18
 AutoRestartRequiredNotificationDismissal	int ADGR ?D 3	a132	=1	ve1|2
 AutoRestartNotificationSchedule	int ADGR ?D 3	a132	=15	ve15|30|60|120|240
 SetAutoRestartNotificationDisable	int ADGR ?D 3	a134	=0	ve0|1
 ScheduleRestartWarning	int ADGR ?D 3	a132	=4	ve2|4|8|12|24
 ScheduleImminentRestartWarning	int ADGR ?D 3	a132	=15	ve15|30|60
 AllowAutoUpdate	int ADGR ?D 1	a117	=2	ve0|1|2|3|4|5
 AllowNonMicrosoftSignedUpdate	int ADGR ?D 1	a119	=1	ve0|1
 AutoRestartDeadlinePeriodInDays	int ADGR ?D 3	a116	=7	vr2..30
 AutoRestartDeadlinePeriodInDaysForFeatureUpdates	int ADGR ?D 3	a166	=7	vr2..30
 EngagedRestartTransitionSchedule	int ADGR ?D 3	a134	=7	vr0..30
 EngagedRestartSnoozeSchedule	int ADGR ?D 3	a134	=3	vr1..3
 EngagedRestartDeadline	int ADGR ?D 3	a134	=14	vr2..30
 EngagedRestartTransitionScheduleForFeatureUpdates	int ADGR ?D 3	a166	=7	vr0..30
 EngagedRestartSnoozeScheduleForFeatureUpdates	int ADGR ?D 3	a166	=3	vr1..3
 EngagedRestartDeadlineForFeatureUpdates	int ADGR ?D 3	a166	=14	vr2..30
 DetectionFrequency	int ADGR ?D 3	a134	=22	vr1..22
 ManagePreviewBuilds	int ADGR ?D 3	a206	=3	ve0|1|2|3
 BranchReadinessLevel	int ADGR ?D 3	a234	=16	ve2|4|8|16|32|64|128
 ProductVersion	chr ADGR ?D 3	a235
 TargetReleaseVersion	chr ADGR ?D 3	a236
 DisableWUfBSafeguards	int ADGR ?D 3	a237	=0	ve0|1
 AllowUpdateService	int ADGR ?D 1	a117	=1	ve0|1
 DeferFeatureUpdatesPeriodInDays	int ADGR ?D 3	a234	=0	vr0..365
 DeferQualityUpdatesPeriodInDays	int ADGR ?D 3	a143	=0	vr0..30
 DeferUpdatePeriod	int ADGR ?D 3	a116	=0	vr0..4
 DeferUpgradePeriod	int ADGR ?D 3	a116	=0	vr0..8
 ExcludeWUDriversInQualityUpdate	int ADGR ?D 3	a116	=0	ve0|1
 PauseDeferrals	int ADGR ?D 3	a116	=0	ve0|1
 PauseFeatureUpdates	int ADGR ?D 3	a234	=0	ve0|1
 PauseQualityUpdates	int ADGR ?D 3	a234	=0	ve0|1
 PauseFeatureUpdatesStartTime	chr ADGR ?D 3	a132
 PauseQualityUpdatesStartTime	chr ADGR ?D 3	a146
 PhoneUpdateRestrictions	int ADGR ?D 1	a134	=4	vr0..4
 RequireDeferUpgrade	int ADGR ?D 3	a116	=0	ve0|1
 AllowMUUpdateService	int ADGR ?D 1	a116	=0	ve0|1
 RequireUpdateApproval	int ADGR ?D 2	a117	=0	ve0|1
 ScheduledInstallDay	int ADGR ?D 1	a117	=0	ve0|1|2|3|4|5|6|7
 ScheduledInstallTime	int ADGR ?D 1	a117	=3	vr0..23
 ScheduledInstallEveryWeek	int ADGR ?D 1	a135	=1	ve0|1
 ScheduledInstallFirstWeek	int ADGR ?D 1	a135	=0	ve0|1
 ScheduledInstallSecondWeek	int ADGR ?D 1	a135	=0	ve0|1
 ScheduledInstallThirdWeek	int ADGR ?D 1	a135	=0	ve0|1
 ScheduledInstallFourthWeek	int ADGR ?D 1	a135	=0	ve0|1
 UpdateServiceUrl	chr ADGR ?D 3	a117	=CorpWSUS
 UpdateServiceUrlAlternate	chr ADGR ?D 3	a116
 FillEmptyContentUrls	int ADGR ?D 3	a116	=0	ve0|1
 SetProxyBehaviorForUpdateDetection	int ADGR ?D 3	a238	=0	ve0|1
 DoNotEnforceEnterpriseTLSCertPinningForUpdateDetection	int ADGR ?D 3	a239	=0	ve0|1
 SetPolicyDrivenUpdateSourceForFeatureUpdates	int ADGR ?D 3	a240	=1	ve0|1
 SetPolicyDrivenUpdateSourceForQualityUpdates	int ADGR ?D 3	a240	=1	ve0|1
 SetPolicyDrivenUpdateSourceForDriverUpdates	int ADGR ?D 3	a240	=1	ve0|1
 SetPolicyDrivenUpdateSourceForOtherUpdates	int ADGR ?D 3	a240	=1	ve0|1
 SetEDURestart	int ADGR ?D 3	a134	=0	ve0|1
 AllowAutoWindowsUpdateDownloadOverMeteredNetwork	int ADGR ?D 3	a135	=0	ve0|1
 AllowTemporaryEnterpriseFeatureControl	int ADGR ?D 3	a241	=0	ve0|1
 SetDisableUXWUAccess	int ADGR ?D 3	a242	=0	ve0|1
 SetDisablePauseUXAccess	int ADGR ?D 3	a109	=0	ve1|0
 UpdateNotificationLevel	int ADGR ?D 3	a242	=0	ve0|1|2
 NoUpdateNotificationsDuringActiveHours	int ADGR ?D 1	a243	=0	ve0|1
 IgnoreMOUpdateDownloadLimit	int ADGR ?D 1	a134	=0	ve0|1
 IgnoreMOAppDownloadLimit	int ADGR ?D 1	a134	=0	ve0|1
 DisableDualScan	int ADGR ?D 3	a116	=0	ve0|1
 ConfigureFeatureUpdateUninstallPeriod	int ADGR ?D 3	a118	=10	vr2..60
 AutomaticMaintenanceWakeUp	int ADGR ?D 2	a208	=1	ve0|1
 ConfigureDeadlineForQualityUpdates	int ADGR ?D 3	a149	=7	vr0..30
 ConfigureDeadlineForFeatureUpdates	int ADGR ?D 3	a207	=2	vr0..30
 ConfigureDeadlineGracePeriod	int ADGR ?D 3	a149	=2	vr0..7
 ConfigureDeadlineGracePeriodForFeatureUpdates	int ADGR ?D 3	a244	=7	vr0..7
 ConfigureDeadlineNoAutoReboot	int ADGR ?D 2	a207	=0	ve0|1
 ConfigureDeadlineNoAutoRebootForFeatureUpdates	int ADGR ?D 2	a243	=0	ve0|1
 ConfigureDeadlineNoAutoRebootForQualityUpdates	int ADGR ?D 2	a243	=0	ve0|1
 AllowOptionalContent	int ADGR ?D 1	a245	=0	ve0|1|2|3
 AlwaysAutoRebootAtScheduledTimeMinutes	int ADGR ?D 3	a243	=15	vr15..180
UserRights	node G 1P	m16
 AccessCredentialManagerAsTrustedCaller	chr ADGR ?D 3	a95	vn	l
 AccessFromNetwork	chr ADGR ?D 3	a95	vn	l
 ActAsPartOfTheOperatingSystem	chr ADGR ?D 3	a95	vn	l
 AllowLocalLogOn	chr ADGR ?D 3	a95	vn	l
 BackupFilesAndDirectories	chr ADGR ?D 3	a95	vn	l
 ChangeSystemTime	chr ADGR ?D 3	a95	vn	l
 CreatePageFile	chr ADGR ?D 3	a95	vn	l
 CreateToken	chr ADGR ?D 3	a95	vn	l
 CreateGlobalObjects	chr ADGR ?D 3	a95	vn	l
 CreatePermanentSharedObjects	chr ADGR ?D 3	a95	vn	l
 CreateSymbolicLinks	chr ADGR ?D 3	a95	vn	l
 DebugPrograms	chr ADGR ?D 3	a95	vn	l
 DenyAccessFromNetwork	chr ADGR ?D 3	a95	vn	l
 DenyLocalLogOn	chr ADGR ?D 3	a95	vn	l
 DenyRemoteDesktopServicesLogOn	chr ADGR ?D 3	a95	vn	l
 EnableDelegation	chr ADGR ?D 3	a95	vn	l
 RemoteShutdown	chr ADGR ?D 3	a95	vn	l
 GenerateSecurityAudits	chr ADGR ?D 3	a95	vn	l
 ImpersonateClient	chr ADGR ?D 3	a95	vn	l
 IncreaseSchedulingPriority	chr ADGR ?D 3	a95	vn	l
 LoadUnloadDeviceDrivers	chr ADGR ?D 3	a95	vn	l
 LockMemory	chr ADGR ?D 3	a95	vn	l
 ManageAuditingAndSecurityLog	chr ADGR ?D 3	a95	vn	l
 ModifyObjectLabel	chr ADGR ?D 3	a95	vn	l
 ModifyFirmwareEnvironment	chr ADGR ?D 3	a95	vn	l
 ManageVolume	chr ADGR ?D 3	a95	vn	l
 ProfileSingleProcess	chr ADGR ?D 3	a95	vn	l
 RestoreFilesAndDirectories	chr ADGR ?D 3	a95	vn	l
 TakeOwnership	chr ADGR ?D 3	a95	vn	l
 BypassTraverseChecking	chr ADGR ?D 3	a137	vn	l
 ReplaceProcessLevelToken	chr ADGR ?D 3	a137	vn	l
 ChangeTimeZone	chr ADGR ?D 3	a137	vn	l
 ShutDownTheSystem	chr ADGR ?D 3	a137	vn	l
 LogOnAsBatchJob	chr ADGR ?D 3	a137	vn	l
 ProfileSystemPerformance	chr ADGR ?D 3	a137	vn	l
 DenyLogOnAsBatchJob	chr ADGR ?D 3	a137	vn	l
 LogOnAsService	chr ADGR ?D 3	a137	vn	l
 IncreaseProcessWorkingSet	chr ADGR ?D 3	a137	vn	l
 DenyLogOnAsService	chr ADGR ?D 3	a137	vn	l
 AdjustMemoryQuotasForProcess	chr ADGR ?D 3	a137	vn	l
 AllowLogOnThroughRemoteDesktop	chr ADGR ?D 3	a137	vn	l
VirtualizationBasedTechnology	node G 1P	m16
 HypervisorEnforcedCodeIntegrity	int ADGR ?D 4	a246	=0	ve0|1|2
 RequireUEFIMemoryAttributesTable	int ADGR ?D 2	a246	=0	ve0|1
WebThreatDefense	node G 1P	m16
 ServiceEnabled	int ADGR ?D 2	a90	=1	ve0|1
 NotifyMalicious	int ADGR ?D 2	a90	=0	ve0|1
 NotifyPasswordReuse	int ADGR ?D 2	a90	=0	ve0|1
 NotifyUnsafeApp	int ADGR ?D 2	a90	=0	ve0|1
 AutomaticDataCollection	int ADGR ?D 2	a137	=0	ve0|1
Wifi	node G 1P	m16
 AllowAutoConnectToWiFiSenseHotspots	int ADGR ?D 1	a119	=1	ve0|1
 AllowInternetSharing	int ADGR ?D 1	a119	=1	ve0|1
 AllowManualWiFiConfiguration	int ADGR ?D 1	a117	=1	ve0|1
 AllowWiFi	int ADGR ?D 1	a117	=1	ve0|1
 AllowWiFiDirect	int ADGR ?D 1	a134	=1	ve0|1
 WLANScanMode	int ADGR ?D 5	a116	=0	vr0..500
 AllowWFAQosManagementMSCS	int ADGR ?D 1	a136	=1	ve0|1
 AllowWFAQosManagementDSCPToUPMapping	int ADGR ?D 1	a136	=2	ve0|1|2
WindowsAI	node G 1P	m16
 DisableAIDataAnalysis	int ADGR ?D 3	a151	=0	ve0|1
 DisableImageCreator	int ADGR ?D 1	a165	=0	ve0|1
 DisableCocreator	int ADGR ?D 1	a165	=0	ve0|1
 DisableGenerativeFill	int ADGR ?D 1	a165	=0	ve0|1
 SetDenyAppListForRecall	chr ADGR ?D 3	a165	vn	l;
 SetDenyUriListForRecall	chr ADGR ?D 3	a165	vn	l;
 SetMaximumStorageSpaceForRecallSnapshots	int ADGR ?D 1	a165	=0	ve0|10240|25600|51200|76800|102400|153600
 SetMaximumStorageDurationForRecallSnapshots	int ADGR ?D 1	a165	=0	ve0|30|60|90|180
 AllowRecallEnablement	int ADGR ?D 3	a165	=1	ve0|1
WindowsAutopilot	node G 1P	m16
 EnableAgilityPostEnrollment	int ADGR ?D 1	a247	=0	ve0|1
WindowsConnectionManager	node G 1P	m16
 ProhitConnectionToNonDomainNetworksWhenConnectedToDomainAuthenticatedNetwork	chr ADGR ?D 3	a95	va
WindowsDefenderSecurityCenter	node G 1P	m16
 CompanyName	chr ADGR ?D 3	a175
 DisableAppBrowserUI	int ADGR ?D 3	a175	=0	ve0|1
 DisableEnhancedNotifications	int ADGR ?D 3	a175	=0	ve0|1
 DisableFamilyUI	int ADGR ?D 3	a175	=0	ve0|1
 DisableAccountProtectionUI	int ADGR ?D 3	a248	=0	ve0|1
 DisableClearTpmButton	int ADGR ?D 3	a115	=0	ve0|1
 DisableDeviceSecurityUI	int ADGR ?D 3	a248	=0	ve0|1
 DisableHealthUI	int ADGR ?D 3	a175	=0	ve0|1
 DisableNetworkUI	int ADGR ?D 3	a175	=0	ve0|1
 DisableNotifications	int ADGR ?D 3	a175	=0	ve0|1
 DisableTpmFirmwareUpdateWarning	int ADGR ?D 3	a115	=0	ve0|1
 DisableVirusUI	int ADGR ?D 3	a175	=0	ve0|1
 DisallowExploitProtectionOverride	int ADGR ?D 3	a175	=0	ve0|1
 Email	chr ADGR ?D 3	a175
 EnableCustomizedToasts	int ADGR ?D 3	a175	=0	ve0|1
 EnableInAppCustomization	int ADGR ?D 3	a175	=0	ve0|1
 HideRansomwareDataRecovery	int ADGR ?D 3	a248	=0	ve0|1
 HideSecureBoot	int ADGR ?D 3	a248	=0	ve0|1
 HideTPMTroubleshooting	int ADGR ?D 3	a248	=0	ve0|1
 HideWindowsSecurityNotificationAreaControl	int ADGR ?D 3	a115	=0	ve0|1
 Phone	chr ADGR ?D 3	a175
 URL	chr ADGR ?D 3	a175
WindowsInkWorkspace	node G 1P	m16
 AllowWindowsInkWorkspace	int ADGR ?D 1	a88	=2	ve0|1|2
 AllowSuggestedAppsInWindowsInkWorkspace	int ADGR ?D 1	a88	=1	ve0|1
WindowsLogon	node G 1P	m16
 DontDisplayNetworkSelectionUI	chr ADGR ?D 3	a114	va
 DisableLockScreenAppNotifications	chr ADGR ?D 3	a114	va
 EnumerateLocalUsersOnDomainJoinedComputers	chr ADGR ?D 3	a164	va
 AllowAutomaticRestartSignOn	chr ADGR ?D 3	a249	va
 ConfigAutomaticRestartSignOn	chr ADGR ?D 3	a249	va
 HideFastUserSwitching	int ADGR ?D 2	a114	=0	ve0|1
 EnableFirstLogonAnimation	int ADGR ?D 2	a250	=1	ve0|1
 EnableMPRNotifications	chr ADGR ?D 3	a150	va
 OverrideShellProgram	int ADGR ?D 3	a251	=0	ve0|1
WindowsPowerShell	node G 1P	m16
 TurnOnPowerShellScriptBlockLogging	chr ADGR ?D 3	a95	va
WindowsSandbox	node G 1P	m16
 AllowVGPU	int ADGR ?D 1	a252	=1	ve0|1
 AllowNetworking	int ADGR ?D 1	a252	=1	ve0|1
 AllowAudioInput	int ADGR ?D 1	a252	=1	ve0|1
 AllowVideoInput	int ADGR ?D 1	a252	=1	ve0|1
 AllowPrinterRedirection	int ADGR ?D 1	a252	=1	ve0|1
 AllowClipboardRedirection	int ADGR ?D 1	a252	=1	ve0|1
 AllowMappedFolders	int ADGR ?D 1	a137	=1	ve0|1
 AllowWriteToMappedFolders	int ADGR ?D 1	a137	=1	ve0|1
WirelessDisplay	node G 1P	m16
 AllowProjectionFromPC	int ADGR ?D 1	a114	=1	ve0|1
 AllowProjectionFromPCOverInfrastructure	int ADGR ?D 1	a114	=1	ve0|1
 AllowProjectionToPC	int ADGR ?D 1	a88	=1	ve0|1
 AllowProjectionToPCOverInfrastructure	int ADGR ?D 1	a114	=1	ve0|1
 AllowUserInputFromWirelessDisplayReceiver	int ADGR ?D 1	a253	=1	ve0|1
 RequirePinForPairing	int ADGR ?D 3	a88	=0	ve0|1|2
 AllowMdnsAdvertisement	int ADGR ?D 1	a128	=1	ve0|1
 AllowMdnsDiscovery	int ADGR ?D 1	a128	=1	ve0|1
 AllowMovementDetectionOnInfrastructure	int ADGR ?D 1	a254	=1	ve0|1
 AllowPCSenderToBeTCPClient	int ADGR ?D 1	a254	=1	ve0|1
 AllowPCReceiverToBeTCPServer	int ADGR ?D 1	a254	=1	ve0|1
ProvisioningCommands	node G 1P
 ProvisioningCommands	node G 1P
  DeviceContext	node G 1P i
   {CommandSet}	node ADGR +D i
    Default	node ADG 1D i
     CommandLine	chr GR 1D i
  PrimaryContext	node G 1P i
   {CommandSet}	node ADGR +D
    {CommandName}	node ADGR +D
     CommandLine	chr GR 1D i
     ReturnCodeSuccess	int GR 1D
     ReturnCodeRestart	int GR 1D
     RestartRequired	bool GR 1D
     ContinueInstall	bool GR 1D
Proxy	node G 1P
 *	node ADG *D
  ProxyId	chr AGR 1D
  Name	chr ADGR ?D
  AddrType	chr AGR 1D
  Addr	chr AGR 1D
  AddrFQDN	chr ADGR ?D
  ConRefs	node ADG ?D	m7
   *	node ADG +D	m7
    ConRef	chr AGR 1D
  Domains	node ADG ?D
   *	node ADG +D
    DomainName	chr AGR 1D
  Ports	node ADG ?D
   *	node ADG +D
    PortNbr	int AGR 1D	Vr0..65535
    Services	node ADG ?D
     *	node ADG +D
      ServiceName	chr AGR 1D
  ProxyType	chr AGR 1D
  ProxyParams	node ADG ?D
   WAP	node ADG ?D
    Trust	bool ADGR ?D
    PushEnabled	bool ADGR ?D
  Ext	node G ?D
   Microsoft	node G 1D
    Guid	chr G 1D
Reboot	node G 1P	a255
 RebootNow	null EG 1P	m
 Schedule	node G 1P
  Single	chr ADGR 1D	m	vn
  DailyRecurrent	chr ADGR 1D	m	vn
  WeeklyRecurrent	chr ADGR 1D	a256	m	vn
Registry	node G 1P
 HKCR	node G 1P
 HKCU	node G *P
 HKLM	node G 1P
 HKU	node G 1P
RemoteFind	node G 1P
 DesiredAccuracy	int GR 1P s	=50
 MaximumAge	int GR 1P s	=60
 Timeout	int GR 1P s	=7
 Location	node G 1P s
  Latitude	float G 1P s
  Longitude	float G 1P s
  Altitude	float G 1P s
  Accuracy	int G 1P s
  AltitudeAccuracy	int G 1P s
  Age	time G 1P s
RemoteLock	node G 1P	a57
 Lock	null EG 1P	m
 LockAndResetPIN	null EG 1P	m
 LockAndRecoverPIN	null EG 1P	a16	m
 NewPINValue	chr G 1P	m
RemoteWipe	node G 1P	a257
 doWipe	chr E 1P	a258	m
 doWipePersistProvisionedData	chr E 1P	m
 doWipeProtected	chr E 1P	a36	m
 doWipePersistUserData	chr E 1P	a4	m
 doWipeCloud	chr E 1P	a259	m
 doWipeCloudPersistUserData	chr E 1P	a259	m
 doWipeCloudPersistProvisionedData	chr E 1P	a259	m
 AutomaticRedeployment	node G 1P	a260
  doAutomaticRedeployment	chr E 1P	m
  LastError	int G 1P	m	=0
  Status	int G 1P	m	=0
Reporting	node G 1P	m17
 EnterpriseDataProtection	node G 1P
  RetrieveByTimeRange	node G 1P
   Logs	xml G 1P
   StartTime	chr GR 1P
   StopTime	chr GR 1P
   Type	int GR 1P	=0
  RetrieveByCount	node G 1P
   Logs	xml G 1P
   LogCount	int GR 1P
   StartTime	chr GR 1P
   Type	int GR 1P	=0
 SecurityAuditing	node G 1P
  RetrieveByTimeRange	node G 1P
   Logs	xml G 1P
   StartTime	chr GR 1P
   StopTime	chr GR 1P
  RetrieveByCount	node G 1P
   Logs	xml G 1P
   LogCount	int GR 1P
   StartTime	chr GR 1P
Root	node G 1P
RootCATrustedCertificates	node G 1P	a14
 Root	node G 1P i
  {CertHash}	node DG *D i
   EncodedCertificate	b64 AGR 1D iu	m	vn
   IssuedBy	chr G 1D i	m
   IssuedTo	chr G 1D i	m
   ValidFrom	chr G 1D i	m
   ValidTo	chr G 1D i	m
   TemplateName	chr G 1D i	m
 CA	node G 1P i
  {CertHash}	node DG *D iu
   EncodedCertificate	b64 AGR 1D	m	vn
   IssuedBy	chr G 1D	m
   IssuedTo	chr G 1D	m
   ValidFrom	chr G 1D	m
   ValidTo	chr G 1D	m
   TemplateName	chr G 1D	m
 OemEsim	node G 1P i	a59
  {CertHash}	node DG *D iu
   EncodedCertificate	b64 AGR 1D i	m
   IssuedBy	chr G 1D i	m
   IssuedTo	chr G 1D i	m
   ValidFrom	chr G 1D i	m
   ValidTo	chr G 1D i	m
   TemplateName	chr G 1D i	m
 TrustedPublisher	node G 1P i
  {CertHash}	node DG *D iu
   EncodedCertificate	b64 AGR 1D i	m	vn
   IssuedBy	chr G 1D i	m
   IssuedTo	chr G 1D i	m
   ValidFrom	chr G 1D i	m
   ValidTo	chr G 1D i	m
   TemplateName	chr G 1D i	m
 TrustedPeople	node G 1P i
  {CertHash}	node DG *D iu
   EncodedCertificate	b64 AGR 1D i	m
   IssuedBy	chr G 1D i	m
   IssuedTo	chr G 1D i	m
   ValidFrom	chr G 1D i	m
   ValidTo	chr G 1D i	m
   TemplateName	chr G 1D i	m
 UntrustedCertificates	node G 1P i	a31
  {CertHash}	node DG *D iu
   EncodedCertificate	b64 AGR 1D i	m	vn
   IssuedBy	chr G 1D i	m
   IssuedTo	chr G 1D i	m
   ValidFrom	chr G 1D i	m
   ValidTo	chr G 1D i	m
   TemplateName	chr G 1D i	m
SecureAssessment	node G 1P	a7
 LaunchURI	chr ADGR ?D i	m	vp/^https?:\\/\\/(?:www\\.)?[-a-zA-Z0-9@:%._\\+~#=]{1,256}\\.[a-zA-Z0-9()]{1,6}\\b(?:[-a-zA-Z0-9()@:%_\\+.~#?&\\/=]*)$/
 TesterAccount	chr ADGR ?D i	m	vn
 AllowScreenMonitoring	int GR 1P i	m	=0	ve1|0
 RequirePrinting	int GR 1P i	m	=1	ve1|0
 AllowTextSuggestions	int GR 1P i	m	=0	ve1|0
 Assessments	chr ADGR 1D	a261	m	vx
SharedPC	node G 1P	a262
 EnableSharedPCMode	bool ADGR 1D	m	=false	vefalse|true
 EnableSharedPCModeWithOneDriveSync	bool ADGR 1D	a263	m	=false	vefalse|true
 EnableWindowsInsiderPreviewFlighting	bool ADGR 1D	a263	m	=false	vefalse|true
 SetEduPolicies	bool ADGR 1D	m	=false	vefalse|true
 SetPowerPolicies	bool ADGR 1D	m	=false	vefalse|true
 MaintenanceStartTime	int ADGR 1D	m	=0	vr0..1440
 SignInOnResume	bool ADGR 1D	m	=false	vefalse|true
 SleepTimeout	int ADGR 1D	m	=300	vr0..4294967295
 EnableAccountManager	bool ADGR 1D	m	=false	vefalse|true
 AccountModel	int ADGR 1D	m	=0	ve0|1|2
 DeletionPolicy	int ADGR 1D	m	=1	ve0|1|2
 DiskLevelDeletion	int ADGR 1D	m	=25	vr0..100
 DiskLevelCaching	int ADGR 1D	m	=50	vr0..100
 RestrictLocalStorage	bool ADGR 1D	a36	m	=false	vefalse|true
 KioskModeAUMID	chr ADGR 1D	a36	m	vn
 KioskModeUserTileDisplayText	chr ADGR 1D	a36	m	vn
 InactiveThreshold	int ADGR 1D	a36	m	=30	vr0..4294967295
 MaxPageFileSizeMB	int ADGR 1D	a36	m	=1024	vr0..32768
Storage	node G 1P
 Disable	bool GR 1P
SUPL	node ADG 1P	a124
 SUPL1	node G 1P
  AppID	chr G 1P	m
  Addr	chr GR 1P	m	vn
  Ext	node G 1P
   Microsoft	node G 1P
    Version	int GR 1P	m	=1	vr1..2
    FullVersion	chr GR 1P	a58	m	=1.0.0	vp^(\\d+\\.)?(\\d+\\.)?(\\*\p\\d+)$
    MCCMNCPairs	chr GR 1P	m	vn
    HighAccPositioningMethod	int GR 1P	m	=0	ve0|1|2|3|4|5
    LocMasterSwitchDependencyNII	bool GR 1P	m	=true	vefalse|true
    NIDefaultTimeout	int GR 1P	m	=30	vn
    ServerAccessInterval	int GR 1P	m	=60	vn
    RootCertificate	node G 1P
     Name	chr GR 1P	m	vn
     Data	b64 GR 1P	m	vn
    RootCertificate2	node G 1P
     Name	chr GR 1P	m	vn
     Data	b64 GR 1P	m	vn
    RootCertificate3	node G 1P
     Name	chr GR 1P	m	vn
     Data	b64 GR 1P	m	vn
    RootCertificate4	node G 1P	a260
     Name	chr GR 1P	m	vn
     Data	b64 GR 1P	m	vn
    RootCertificate5	node G 1P	a260
     Name	chr GR 1P	m	vn
     Data	b64 GR 1P	m	vn
    RootCertificate6	node G 1P	a260
     Name	chr GR 1P	m	vn
     Data	b64 GR 1P	m	vn
 V2UPL1	node G 1P
  MPC	chr GR 1P	m	vn
  PDE	chr GR 1P	m	vn
  PositioningMethod_MR	int GR 1P	m	=0	ve0|1|2|3|4
  LocMasterSwitchDependencyNII	bool GR 1P	m	=true	vefalse|true
  ApplicationTypeIndicator_MR	node G 1P
  NIDefaultTimeout	int GR 1P	m	=30	vn
  ServerAccessInterval	int GR 1P	m	=60	vn
SurfaceHub	node G 1P	a264
 AutopilotSelfdeploy	node G 1P s
  UserPrincipalName	chr GR 1P	m	vn
  Password	chr GR 1P	m	vn
  FriendlyName	chr GR 1P	m	vn
 DeviceAccount	node G 1P s
  DomainName	chr GR 1P	m	vn
  UserName	chr GR 1P	m	vn
  UserPrincipalName	chr GR 1P	m	vn
  Password	chr GR 1P	m	vn
  ValidateAndCommit	chr E 1P	m
  ExchangeServer	chr GR 1P	m	vn
  SipAddress	chr GR 1P	m	vn
  Email	chr GR 1P	m	vn
  CalendarSyncEnabled	bool GR 1P	m	vefalse|true
  ErrorContext	int G 1P	m
  PasswordRotationPeriod	int GR 1P	m	ve0|1
  ExchangeModernAuthEnabled	bool GR 1P	a265	m	=True	veFalse|True
 MaintenanceHoursSimple	node G 1P
  Hours	node G 1P
   StartTime	int GR 1P	m	vr0..1439
   Duration	int GR 1P	m	vr0..1439
 InBoxApps	node G 1P
  SkypeForBusiness	node G 1P
   DomainName	chr GR 1P	a16	m	vn
  Welcome	node G 1P
   AutoWakeScreen	bool GR 1P	m	veFalse|True
   CurrentBackgroundPath	chr GR 1P	m	vn
   MeetingInfoOption	int GR 1P	m	ve0|1
  WirelessProjection	node G 1P
   PINRequired	bool GR 1P	m	vefalse|true
   Enabled	bool GR 1P	m	vefalse|true
   Channel	int GR 1P	m	=255	vn
  Connect	node G 1P
   AutoLaunch	bool GR 1P	a16	m	vefalse|true
  Whiteboard	node G 1P	a266
   SignInDisabled	bool GR 1P	m	=False	veFalse|True
   TelemetryDisabled	bool GR 1P	m	=False	veFalse|True
   SharingDisabled	bool GR 1P	m	veFalse|True
  Teams	node G 1P	a267
   Configurations	chr GR 1P	m	vn
 Properties	node G 1P
  FriendlyName	chr GR 1P	m	vn
  DefaultVolume	int GR 1P	a16	m	=45	vr0..100
  ScreenTimeout	int GR 1P	a16	m	=5	ve0|1|2|3|5|10|15|30|60|120|240
  SleepMode	int GR 1P	a16	m	=0	ve0|1
  SessionTimeout	int GR 1P	a16	m	=1	ve0|1|2|3|5|10|15|30|60|120|240
  SleepTimeout	int GR 1P	a16	m	=5	ve0|1|2|3|5|10|15|30|60|120|240
  AllowSessionResume	bool GR 1P	a16	m	=true	vefalse|true
  AllowAutoProxyAuth	bool GR 1P	a16	m	=true	vefalse|true
  DisableSigninSuggestions	bool GR 1P	a16	m	=false	vefalse|true
  SurfaceHubMeetingMode	int DGR 1P	a268	m	=0	vr0..2
  VtcAppPackageId	chr DGR 1P	a268	m	vn
  DoNotShowMyMeetingsAndFiles	bool GR 1P	a16	m	=false	vetrue|false
  ProxyServers	chr DGR 1P	m	vn
 Management	node G 1P	a268
  GroupName	chr GR 1P	m	vn
  GroupSid	chr GR 1P	m	vn
 MOMAgent	node G 1P
  WorkspaceID	chr GR 1P	m	vn
  WorkspaceKey	chr GR 1P	m	vn
 Dot3	node G 1P	a269	vn
  LanProfile	chr GR 1P	m	vn
  EapUserData	chr GR 1P	m	vn
 ProxyServers	chr DGR 1P r
TenantLockdown	node G 1P	m18
 RequireNetworkInOOBE	bool GR 1P	=false
TPMPolicy	node G 1P	m19
 IsActiveZeroExhaust	bool GR 1P	=False
Uefi	node G 1P	m20
 DeviceIdentifier	xml G 1P
 Identity	node G 1P
  Current	xml G 1P
  Apply	b64 GR 1P	m
  Result	b64 G 1P	m
 Permissions	node G 1P
  Current	xml G 1P
  Apply	b64 GR 1P	m
  Result	b64 G 1P	m
 Settings	node G 1P
  Current	xml G 1P
  Apply	b64 GR 1P	m
  Result	b64 G 1P	m
 Identity2	node G 1P
  Apply	b64 GR 1P	m
  Result	b64 G 1P	m
 Permissions2	node G 1P
  Apply	b64 GR 1P	m
  Result	b64 G 1P	m
 Settings2	node G 1P
  Apply	b64 GR 1P	m
  Result	b64 G 1P	m
UnifiedWriteFilter	node G 1P
 CurrentSession	node G 1P
  FilterEnabled	bool G 1P	=0
  OverlayConsumption	int G 1P
  AvailableOverlaySpace	int G 1P
  CriticalOverlayThreshold	int GR 1P	=1024
  WarningOverlayThreshold	int GR 1P	=512
  OverlayType	int G 1P	=0
  OverlayFlags	int G 1P	=0
  MaximumOverlaySize	int G 1P	=1024
  PersistDomainSecretKey	bool G 1P	=1
  PersistTSCAL	bool G 1P	=1
  RegistryExclusions	node G 1P
   {ExcludedRegistry}	chr G *D
  ServicingEnabled	bool G 1P	=0
  Volume	node G 1P
   {Volume}	node G *D
    Protected	bool G 1D
    BindByDriveLetter	bool G 1D
    DriveLetter	chr G 1D
    Exclusions	node G 1D
     {ExclusionPath}	chr G *D
    CommitFile	chr EG 1D
    CommitFileDeletion	chr EG 1D
  ShutdownPending	bool G 1P
  CommitRegistry	chr EG 1P
  CommitRegistryDeletion	chr EG 1P
 NextSession	node G 1P
  FilterEnabled	bool GR 1P	=0
  HORMEnabled	bool GR 1P	=0
  OverlayType	int GR 1P	=0
  OverlayFlags	int GR 1P	=0
  MaximumOverlaySize	int GR 1P	=1024
  PersistDomainSecretKey	bool GR 1P	=1
  PersistTSCAL	bool GR 1P	=1
  RegistryExclusions	node G 1P
   {ExcludedRegistry}	chr ADG *D
  ResetPersistentState	int GR 1P	=0
  ResetPersistentStateSavedMode	int GR 1P	=1
  ServicingEnabled	bool GR 1P	=0
  Volume	node G 1P
   {Volume}	node ADG *D
    Protected	bool GR 1D
    BindByDriveLetter	bool GR 1D
    DriveLetter	chr G 1D
    Exclusions	node G 1D
     {ExclusionPath}	chr ADG *D
 ResetSettings	null EG 1P
 ShutdownSystem	null EG 1P
 RestartSystem	null EG 1P
Update	node G 1P	m21
 ApprovedUpdates	node ADG 1P
  {Approved Update Guid}	node G *D
   ApprovedTime	time G ?D	=0
 FailedUpdates	node G 1P
  {Failed Update Guid}	node G *D i
   HResult	int G 1D	=0
   Status	int G 1D i
   RevisionNumber	int G 1D
 InstalledUpdates	node G 1P
  {Installed Update Guid}	node G *D
   RevisionNumber	int G 1D
 InstallableUpdates	node G 1P
  {Installable Update Guid}	node G *D
   Type	int G 1D
   RevisionNumber	int G 1D
 PendingRebootUpdates	node G 1P
  {Pending Reboot Update Guid}	node G *D i
   InstalledTime	time G 1D
   RevisionNumber	int G 1D
 LastSuccessfulScanTime	time G 1P i	=0
 DeferUpgrade	bool G 1P i	=0
 Rollback	node G 1P
  QualityUpdate	null E 1P
  FeatureUpdate	null E 1P
  QualityUpdateStatus	chr G 1P
  FeatureUpdateStatus	chr G 1P
VPN	node G 1D s
 {Profile Name}	node ADGR 1D i
  Server	chr AGR 1D i
  TunnelType	chr ADGR ?D i
  ThirdParty	node ADGR ?D
   Name	chr AGR 1D i
   AppID	chr AGR 1D
   CustomStoreURL	chr ADGR ?D i
   CustomConfiguration	chr ADGR ?D i
  RoleOrGroup	chr ADGR ?D i
  Authentication	node AGR 1D i
   Method	chr AGR 1D i
   Certificate	node ADGR ?D i
    Issuer	chr ADGR 1D i
    EKU	chr ADGR 1D i
    ChacheLifeTimeForProtectedCert	int ADGR 1D i
   MultiAuth	node ADGR ?D i
    StartURL	chr AGR 1D i
    EndURL	chr AGR 1D i
   EAP	chr ADGR 1D i
  Proxy	node AGR 1D i
   Automatic	chr ADGR ?D i
   Manual	node ADGR ?D i
    Server	chr AGR 1D i
    Port	int AGR 1D s
   BypassProxyForLocal	bool ADGR ?D i	=false
  SecuredResources	node ADGR ?D i
   AppPublisherNameList	node ADGR ?D i
    {AppPublisherName*}	chr ADGR +D i
   AppAllowedList	node ADGR ?D i
    {Apps*}	chr ADG +D i
   NetworkAllowedList	node ADGR ?D i
    {Networks*}	chr ADGR +D i
   NameSpaceAllowedList	node ADGR ?D i
    {NameSpace*}	chr ADGR +D
   ExcludedAppList	node ADGR ?D i
    {ExcludedAppList*}	chr ADGR +D i
   ExcludedNetworkList	node ADGR ?D i
    {ExcludedNetworkList*}	chr ADGR +D i
   ExcludedNameSpaceList	node ADGR ?D i
    {ExcludedNamespaceList*}	chr ADGR +D i
   DNSSuffixSearchList	node ADGR ?D i
    {DNSSuffixSearchList*}	chr ADGR +D i
  Policies	node ADGR ?D i
   RememberCredentials	bool ADGR ?D i	=true
   SplitTunnel	bool ADGR ?D s	=true
   BypassForLocal	bool ADGR ?D s	=true
   TrustedNetworkDetection	bool ADGR ?D i	=true
   ConnectionType	chr ADGR ?D i	=Triggering
  DNSSuffix	node ADGR ?D i
VPNv2	node G 1P	a14
 {ProfileName}	node ADGR *D ag	vp^[^/]*$
  AppTriggerList	node G ?D
   {appTriggerRowId}	node ADG *D u
    App	node G 1D
     Id	chr ADGR 1D	m	vn
     Type	chr G 1D	m
  RouteList	node G ?D
   {routeRowId}	node ADG *D u
    Address	chr ADGR 1D	m	vn
    PrefixSize	int ADGR 1D	m	vr0..4294967295
    Metric	int ADGR 1D	a45	m	vn
    ExclusionRoute	bool ADGR 1D	a45	m	=false	vefalse|true
  DomainNameInformationList	node G ?D
   {dniRowId}	node ADG *D u
    DomainName	chr ADGR 1D	m	vn
    DomainNameType	chr G 1D	m
    DnsServers	chr ADGR 1D	m	vn
    WebProxyServers	chr ADGR ?D	m	vn
    AutoTrigger	bool ADGR ?D	a45	m	=false	vefalse|true
    Persistent	bool ADGR ?D	a45	m	=false	vefalse|true
  TrafficFilterList	node G ?D
   {trafficFilterId}	node ADG *D u
    App	node G ?D
     Id	chr ADGR 1D	m	vn
     Type	chr G 1D	m
    Claims	chr ADGR ?D	m	vn
    Protocol	int ADGR ?D	m	vr0..255
    LocalPortRanges	chr ADGR ?D	m	vp^[\\d]*$
    RemotePortRanges	chr ADGR ?D	m	vp^[\\d]*$
    LocalAddressRanges	chr ADGR ?D	m	vn
    RemoteAddressRanges	chr ADGR ?D	m	vn
    RoutingPolicyType	chr ADGR ?D	m	veSplitTunnel|ForceTunnel
    Direction	chr ADGR ?D	a30	m
  EdpModeId	chr ADGR ?D	m	vn
  RememberCredentials	bool ADGR ?D	m	=false	vefalse|true
  AlwaysOn	bool ADGR ?D	m	=false	vefalse|true
  AlwaysOnActive	bool ADGR ?D	m	=1	ve0|1
  DeviceTunnel	bool ADGR ?D	a28	m	=false	vefalse|true
  RegisterDNS	bool ADGR ?D	a28	m	=false	vefalse|true
  DnsSuffix	chr ADGR ?D	m	vn
  ByPassForLocal	bool ADGR ?D	m
  TrustedNetworkDetection	chr ADGR ?D	m	vn
  DisableAdvancedOptionsEditButton	bool ADGR ?D	a40	m	vefalse|true
  DisableDisconnectButton	bool ADGR ?D	a40	m	vefalse|true
  ProfileXML	chr ADGR ?D	a45	m	vx
  Proxy	node G ?D
   Manual	node G ?D
    Server	chr ADGR 1D	m	vn
   AutoConfigUrl	chr ADGR ?D	m	vn
  APNBinding	node G ?D
   ProviderId	chr ADGR 1D	m
   AccessPointName	chr ADGR 1D	m
   UserName	chr ADGR 1D	m
   Password	chr ADGR 1D	m
   IsCompressionEnabled	bool ADGR ?D	m
   AuthenticationType	chr ADGR 1D	m
  DeviceCompliance	node AG ?D	a69
   Enabled	bool ADGR 1D	m	vefalse|true
   Sso	node AG 1D
    Enabled	bool ADGR 1D	m	vefalse|true
    IssuerHash	chr ADGR 1D	m	vn
    Eku	chr ADGR 1D	m	vn
  PluginProfile	node AG ?D
   ServerUrlList	chr ADGR 1D	m	vn
   CustomConfiguration	chr ADGR 1D	m	vn
   PluginPackageFamilyName	chr ADGR 1D	m	vn
   CustomStoreUrl	chr ADGR 1D r
   WebAuth	node AG ?D r
    Enabled	bool ADGR 1D r
    ClientId	chr ADGR 1D r
  NativeProfile	node AG ?D
   Servers	chr ADGR 1D	m
   RoutingPolicyType	chr ADGR 1D	m	veSplitTunnel|ForceTunnel
   NativeProtocolType	chr ADGR 1D	m	vePPTP|L2TP|IKEv2|Automatic|SSTP|ProtocolList
   ProtocolList	node G ?D	a270
    NativeProtocolList	node G ?D
     {NativeProtocolRowId}	node ADG *D
      Type	chr ADGR 1D	m	vePptp|L2tp|Ikev2|Sstp
    RetryTimeInHours	int ADGR ?D	m
   Authentication	node G 1D
    UserMethod	chr ADGR 1D	m	veEAP|MSChapv2
    MachineMethod	chr ADGR 1D	m	veCertificate
    Eap	node G 1D
     Configuration	chr ADGR 1D	m	vn
     Type	int ADGR 1D	m	vn
    Certificate	node G 1D
     Issuer	chr ADGR 1D	m
     Eku	chr ADGR 1D	m
   CryptographySuite	node G 1D	a45
    AuthenticationTransformConstants	chr ADGR 1D	m	veMD596|SHA196|SHA256128|GCMAES128|GCMAES192|GCMAES256
    CipherTransformConstants	chr ADGR 1D	m	veDES|DES3|AES128|AES192|AES256|GCMAES128|GCMAES192|GCMAES256
    EncryptionMethod	chr ADGR 1D	m	veDES|DES3|AES128|AES192|AES256|AES_GCM_128|AES_GCM_256
    IntegrityCheckMethod	chr ADGR 1D	m	veMD5|SHA196|SHA256|SHA384
    DHGroup	chr ADGR 1D	m	veNone|Group1|Group2|Group14|ECP256|ECP384|Group24
    PfsGroup	chr ADGR 1D	m	veNone|PFS1|PFS2|PFS2048|ECP256|ECP384|PFSMM|PFS24
   L2tpPsk	chr ADGR ?D	a45	m	vn
   DisableClassBasedDefaultRoute	bool ADGR ?D	a45	m	vefalse|true
   PlumbIKEv2TSAsRoutes	bool ADGR ?D	a30	m
  NetworkOutageTime	int ADGR ?D	a51	m	vr0..4294967295
  IPv4InterfaceMetric	int ADGR ?D	a51	m	vr1..9999
  IPv6InterfaceMetric	int ADGR ?D	a51	m	vr1..9999
  UseRasCredentials	bool ADGR ?D	a51	m	=true	vefalse|true
  DataEncryption	chr ADGR ?D	a51	m	=Require	veNone|Require|Max|Optional
  PrivateNetwork	bool ADGR ?D	a51	m	=true	vefalse|true
  DisableIKEv2Fragmentation	bool ADGR ?D	a51	m	=false	vetrue|false
  LockDown	bool ADGR ?D r
WiFi	node G 1P	a271
 Profile	node G 1P
  {SSID}	node ADGR *D g
   WlanXml	chr ADGR 1D	m
   Proxy	chr ADGR 1D i	m	vn
   ProxyPacUrl	chr ADGR ?D i	a69	m	vn
   ProxyWPAD	bool ADGR ?D	a69	m	vefalse|true
   WiFiCost	int ADGR ?D	a260	m	=1	ve1|2|3
   ProfileSource	int GR 1P	a259	m	=0	ve0|1
Win32AppInventory	node G 1P
 Win32InstalledProgram	node G 1P
  {InstalledProgram}	node G *D
   Name	chr G 1D
   Publisher	chr G 1D
   Version	chr G 1D
   Language	chr G 1D
   RegKey	chr G 1D
   Source	chr G 1D
   MsiProductCode	chr G 1D
   MsiPackageCode	chr G 1D
Win32CompatibilityAppraiser	node G 1P	m22
 CompatibilityAppraiser	node G 1P
  AppraiserConfigurationDiagnosis	node G 1P
   CommercialId	chr G 1P
   CommercialIdSetAndValid	bool G 1P
   AllTargetOsVersionsRequested	bool G 1P
   OsSkuIsValidForAppraiser	bool G 1P
   AppraiserCodeAndDataVersionsAboveMinimum	int G 1P
   RebootPending	bool G 1P
  AppraiserRunResultReport	xml G 1P
 UniversalTelemetryClient	node G 1P
  UtcConfigurationDiagnosis	node G 1P
   TelemetryOptIn	int G 1P
   CommercialDataOptIn	int G 1P
   DiagTrackServiceRunning	bool G 1P
   MsaServiceEnabled	bool G 1P
   InternetExplorerTelemetryOptIn	int G 1P
  UtcConnectionReport	xml G 1P
 WindowsErrorReporting	node G 1P
  WerConfigurationDiagnosis	node G 1P
   WerTelemetryOptIn	int G 1P
   MostRestrictiveSetting	int G 1P
  WerConnectionReport	xml G 1P
WindowsAdvancedThreatProtection	node G 1P	m23
 Onboarding	chr GR 1P
 HealthState	node G 1P
  LastConnected	time G 1P
  SenseIsRunning	bool G 1P	=false
  OnboardingState	int G 1P	=0
  OrgId	chr G 1P
 Configuration	node G 1P
  SampleSharing	int GR 1P	=1
  TelemetryReportingFrequency	int GR 1P	=1
  GroupIds	chr GR 1P
 Offboarding	chr GR 1P
 DeviceTagging	node G 1P
  Group	chr GR 1P
  Criticality	int GR 1P	=0
  IdMethod	int GR 1P	=0
WindowsDefenderApplicationGuard	node G 1P	a272
 Settings	node G 1P
  AllowWindowsDefenderApplicationGuard	int ADGR 1D	m	ve0|1|2|3
  ClipboardFileType	int ADGR 1D	m	ve1|2|3
  ClipboardSettings	int ADGR 1D	m	=0	ve0|1|2|3
  PrintingSettings	int ADGR 1D	m	=0	ve0|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15
  BlockNonEnterpriseContent	int ADGR 1D d	m	=0	ve0|1
  AllowPersistence	int ADGR 1D	m	ve0|1
  AllowVirtualGPU	int ADGR 1D	a273	m	=0	ve0|1
  SaveFilesToHost	int ADGR 1D	a273	m	=0	ve0|1
  CertificateThumbprints	chr ADGR 1D i	a23	m	vn	l,
  AllowCameraMicrophoneRedirection	int ADGR 1D	a23	m	=0	ve0|1
 Status	int G 1P	m
 PlatformStatus	int G 1P	a274	m
 InstallWindowsDefenderApplicationGuard	chr EG 1P	m	veInstall|Uninstall
 Audit	node G 1P
  AuditApplicationGuard	int ADGR 1D	m	=0	ve0|1
WindowsLicensing	node G 1P	a275
 UpgradeEditionWithProductKey	chr E 1P iA	m	vn
 ChangeProductKey	chr E 1P i	a276	m	vn
 Edition	int G 1P i	m
 Status	int G 1P i	m
 UpgradeEditionWithLicense	xml E 1P di	m	vn
 LicenseKeyType	chr G 1P i	m
 CheckApplicability	chr E 1P i	m
 Subscriptions	node G 1P	a69
  {SubscriptionId}	node G *D c
   Status	int G 1D	m
   Name	chr G 1D	m
  SubscriptionType	int GR 1D	a17	m	ve0|1
  SubscriptionStatus	int G 1D	a17	m
  SubscriptionLastError	int G 1D	a17	m
  SubscriptionLastErrorDescription	chr G 1D	a17	m
  DisableSubscription	int R 1D	a17	m	ve0|1
  RemoveSubscription	null E 1P	a17	m
 SMode	node G 1P	a23
  SwitchingPolicy	int ADGR 1D i	m	ve0|1
  SwitchFromSMode	null E 1P i	m
  Status	int G 1P i	m
 DeviceLicensingService	node G 1P	a277
  LicenseType	int GR 1D	m	ve0|1
  DeviceLicensingStatus	int G 1P	m
  DeviceLicensingLastError	int G 1P	m
  DeviceLicensingLastErrorDescription	chr G 1P	m
WindowsSecurityAuditing	node G 1P	m24
 ConfigurationSettings	node G 1P
  EnableSecurityAuditing	bool GR 1P	=false
WiredNetwork	node G 1P	a278
 LanXML	chr ADGR ?D	m	vn
 EnableBlockPeriod	int ADGR ?D	m	vr0..4294967295
ActiveSync	node G 1P	a124
 Accounts	node G 1P
  {Account GUID}	node ADGR *D ag	vp\\{[0-9A-Fa-f]{8}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{12}\\}
   EmailAddress	chr ADGR 1D	m	vn
   Domain	chr ADGR 1D	m	vn
   AccountIcon	chr ADGR 1D	m	vn
   AccountType	chr ADGR 1D	m	vn
   AccountName	chr ADGR 1D	m	vn
   Password	chr ADGR 1D	m	vn
   ServerName	chr ADGR 1D	m	vn
   UserName	chr ADGR 1D	m	vn
   Options	node ADGR 1D
    CalendarAgeFilter	chr ADGR 1D	m	vn
    Logging	chr ADGR 1D	m	=0	ve0|1|2
    MailBodyType	chr ADGR 1D	m	ve0|1|2|3|4
    MailHTMLTruncation	chr ADGR 1D	m	vn
    MailPlainTextTruncation	chr ADGR 1D	m	vn
    Schedule	chr ADGR 1D	m	=-1	vr-1..4294967295
    UseSSL	chr ADGR 1D	m	=1	ve0|1
    MailAgeFilter	chr ADGR 1D	m	=3	ve0|1|2|3|4|5|6
    ContentTypes	node ADGR 1D
     {Content Type GUID}	node ADGR ND u
      Enabled	chr ADGR 1D	m	=1	ve0|1
      Name	chr ADGR 1D	m	vn
   Policies	node ADGR 1D
    MailBodyType	chr ADGR 1D	m	veHTML|plain
    MaxMailAgeFilter	chr ADGR 1D	m	vn
ClientCertificateInstall	node G 1P	a14
 PFXCertInstall	node G 1P
  {UniqueID}	node ADGR *D ag
   KeyLocation	int AGR 1D	m	ve1|2|3|4
   ContainerName	chr AGR ?D	m	vn
   PFXCertBlob	bin AGR 1D	m	vn
   PFXCertPassword	chr AGR ?D	m	vn
   PFXCertPasswordEncryptionType	int AGR ?D	m	=0	ve0|1|2
   PFXKeyExportable	bool AGR ?D	m	=true	vefalse|true
   Thumbprint	chr G 1D	m
   Status	int G 1D	m
   PFXCertPasswordEncryptionStore	chr AGR ?D	m	vn
 SCEP	node G 1P
  {UniqueID}	node ADGR *D ag
   Install	node ADGR 1D
    ServerURL	chr ADGR 1D	m	vn
    Challenge	chr ADGR 1D	m	vn
    EKUMapping	chr ADGR 1D	m	vn
    KeyUsage	int ADGR 1D	m	vn
    AttestPrivateKey	int AG 1D	a17	m	ve0|1|2
    SubjectName	chr ADGR 1D	m	vn
    KeyProtection	int ADGR ?D	m	=3	ve1|2|3|4
    RetryDelay	int ADGR ?D	m	=5	vr0..4294967295
    RetryCount	int ADGR ?D	m	=3	vr0..30
    TemplateName	chr ADGR ?D	m	vn
    KeyLength	int ADGR 1D	m	ve1024|2048|4096
    HashAlgorithm	chr ADGR 1D	m	vn
    CAThumbprint	chr ADGR 1D	m	vn
    SubjectAlternativeNames	chr ADGR ?D	m	vn
    ValidPeriod	chr ADGR ?D	m	=Days	veDays|Months|Years
    ValidPeriodUnits	int ADGR ?D	m	=0	vn
    ContainerName	chr ADGR ?D	m	vn
    CustomTextToShowInPrompt	chr ADGR ?D	m	vn
    Enroll	null E 1D	m
    AADKeyIdentifierList	chr ADGR ?D	a16	m	vn
   CertThumbprint	chr G ?D	m
   Status	int G 1D	m
   ErrorCode	int G ?D	m
   RespondentServerUrl	chr G 1D	m
CloudDesktop	node G 1P	a279
 EnablePhysicalDeviceAccessOnCtrlAltDel	bool ADGR 1D	m	=false	vefalse|true
 EnablePhysicalDeviceAccessOnErrorScreens	bool ADGR 1D	m	=false	vefalse|true
DeclaredConfiguration	node G 1P	m25
 Config	node ADG 1D
  State	node ADG 1D
   {[doc id]}	chr ADGR *D
  Result	node G 1P
   {[doc id]}	chr G *P
DMClient	node G 1P	a44
 Provider	node G 1P
  {ProviderID}	node ADG ?D g	vn
   FirstSyncStatus	node ADG ?D	a48
    ExpectedPolicies	chr ADGR 1D	m	vn	l
    ExpectedNetworkProfiles	chr ADGR 1D	m	vn	l
    ExpectedMSIAppPackages	chr ADGR 1D	m	vn	l
    ExpectedModernAppPackages	chr ADGR 1D	m	vn	l
    ExpectedPFXCerts	chr ADGR 1D	m	vn	l
    ExpectedSCEPCerts	chr ADGR 1D	m	vn	l
    ServerHasFinishedProvisioning	bool GR 1P	m	vefalse|true
    IsSyncDone	bool GR 1P	m	vefalse|true
    WasDeviceSuccessfullyProvisioned	int GR 1P	m	ve0|1|2
    AllowCollectLogsButton	bool GR 1P i	a49	m	=false	vefalse|true
    CustomErrorText	chr GR 1P i	a49	m	vn
DMSessionActions	node G 1P	m8
 {ProviderID}	node ADG ?D
  CheckinAlertConfiguration	node G ?D
   Nodes	node G 1D
    {NodeID}	node ADG *D
     NodeURI	chr ADGR 1D
  AlertData	chr G 1D
  PowerSettings	node ADG 1D
   MaxSkippedSessionsInLowPowerState	int ADGR 1D
   MaxTimeSessionsSkippedInLowPowerState	int ADGR 1D
EMAIL2	node G 1P d	a124
 {Account GUID}	node ADGR nD g	vp\\{[0-9A-Fa-f]{8}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{4}\\-[0-9A-Fa-f]{12}\\}
  ACCOUNTICON	chr ADGR ?D	m	vn
  ACCOUNTTYPE	chr ADGR 1D	m	veEmail|VVM
  AUTHNAME	chr ADGR 1D	m	vn
  AUTHREQUIRED	chr ADGR ?D	m	ve0|1
  AUTHSECRET	chr ADGR ?D	m	vn
  DOMAIN	chr ADGR ?D	m	vn
  DWNDAY	chr ADGR ?D	m	ve-1|7|14|30|90
  INSERVER	chr ADGR 1D	m	vn
  LINGER	chr ADGR ?D	m	=15	vr-1..2147483647
  KEEPMAX	chr ADGR ?D	m	ve-1|0|25|50|100|250
  NAME	chr ADGR ?D	m	vn
  OUTSERVER	chr ADGR 1D	m	vn
  REPLYADDR	chr ADGR 1D	m	vn
  SERVICENAME	chr ADGR 1D	m	vn
  SERVICETYPE	chr ADGR 1D	m	vn
  RETRIEVE	chr ADGR ?D	m	vr-1..2147483647
  SERVERDELETEACTION	chr ADGR ?D	m	ve1|2
  CELLULARONLY	chr ADGR ?D	m	vn
  SYNCINGCONTENTTYPES	chr ADGR 1D	m	vf0x0|0x1|0x2|0x4|0x8|0x10|0x60|0x180|0x200|0x400|0x800|0x1000|0xffffffff
  CONTACTSSERVER	chr ADGR ?D	m	vn
  CALENDARSERVER	chr ADGR ?D	m	vn
  CONTACTSSERVERREQUIRESSL	chr ADGR ?D	m	vn
  CALENDARSERVERREQUIRESSL	chr ADGR ?D	m	vn
  CONTACTSSYNCSCHEDULE	chr ADGR ?D	m	vn
  CALENDARSYNCSCHEDULE	chr ADGR ?D	m	vn
  SMTPALTAUTHNAME	chr ADGR ?D	m	vn
  SMTPALTDOMAIN	chr ADGR ?D	m	vn
  SMTPALTENABLED	chr ADGR ?D	m	ve0|1
  SMTPALTPASSWORD	chr ADGR ?D	m	vn
  TAGPROPS	node ADGR 1D
   8128000B	chr ADGR ?D	m	ve0|1
   812C000B	chr ADGR ?D	m	ve0|1
EnrollmentStatusTracking	node G 1P	m10
 Setup	node G 1P i
  Apps	node G 1P i
   PolicyProviders	node G 1P i
    {ProviderName}	node ADGR *D i
     TrackingPoliciesCreated	bool ADGR 1D i
   Tracking	node G 1P i
    {ProviderName}	node ADGR *D i
     {AppName}	node ADGR *D i
      TrackingUri	chr ADGR ?D i
      InstallationState	int ADGR ?D i
      RebootRequired	int ADGR 1D i
  HasProvisioningCompleted	bool G 1P i	=false
EnterpriseDesktopAppManagement	node G 1P	a56
 MSI	node G 1P i
  {ProductID}	node ADG *D aiu
   Version	chr G 1D i	m
   Name	chr G 1D i	m
   Publisher	chr G 1D i	m
   InstallPath	chr G 1D i	m
   InstallDate	chr G 1D i	m
   DownloadInstall	xml ADEGR 1D i	m	vn
   Status	int G 1D i	m
   LastError	int G 1D i	m
   LastErrorDesc	chr G 1D i	m
  UpgradeCode	node G 1P s	a15
   {Guid}	chr G +D ic	m
EnterpriseModernAppManagement	node G 1P	a57
 AppManagement	node G 1P
  AppStore	node ADG +D
   {PackageFamilyName}	node ADG *D c
    {PackageFullName}	node ADG *D c
     Name	chr G 1D	m
     Version	chr G 1D	m
     Publisher	chr G 1D	m
     Architecture	chr G 1D	m
     InstallLocation	chr G 1D	m
     IsFramework	int G 1D	m
     IsBundle	int G 1D	m
     InstallDate	chr G 1D	m
     ResourceID	chr G 1D	m
     PackageStatus	int G 1D	m
     RequiresReinstall	int G 1D	m
     Users	chr G 1D	m
     IsProvisioned	int G 1D	m
     IsStub	int G 1D	a58	m
    DoNotUpdate	int ADGR ?D	m	ve0|1
    AppSettingPolicy	node ADGR 1D
     {SettingValue}	chr ADGR *D u	m
    MaintainProcessorArchitectureOnUpdate	int ADGR ?D	a58	m	ve0|1
   ReleaseManagement	node GR 1P
    {ReleaseManagementKey}	node GR 1P u
     ChannelId	chr ADGR ?D	m	vn
     ReleaseManagementId	chr ADGR ?D	m	vn
     EffectiveRelease	node G 1P
      ChannelId	chr G ?D	m
      ReleaseManagementId	chr G ?D	m
  nonStore	node ADG +D
   {PackageFamilyName}	node ADG *D c
    {PackageFullName}	node ADG *D c
     Name	chr G 1D	m
     Version	chr G 1D	m
     Publisher	chr G 1D	m
     Architecture	chr G 1D	m
     InstallLocation	chr G 1D	m
     IsFramework	int G 1D	m
     IsBundle	int G 1D	m
     InstallDate	chr G 1D	m
     ResourceID	chr G 1D	m
     PackageStatus	int G 1D	m
     RequiresReinstall	int G 1D	m
     Users	chr G 1D	m
     IsProvisioned	int G 1D	m
     IsStub	int G 1D	a58	m
    DoNotUpdate	int ADGR ?D	m	ve0|1
    AppSettingPolicy	node ADGR 1D
     {SettingValue}	chr ADGR *D u	m
    MaintainProcessorArchitectureOnUpdate	int ADGR ?D	a58	m	ve0|1
   ReleaseManagement	node GR 1P
    {ReleaseManagementKey}	node GR 1P u
     ChannelId	chr ADGR ?D	m	vn
     ReleaseManagementId	chr ADGR ?D	m	vn
     EffectiveRelease	node G 1P
      ChannelId	chr G ?D	m
      ReleaseManagementId	chr G ?D	m
  System	node ADG +D
   {PackageFamilyName}	node ADG *D c
    {PackageFullName}	node ADG *D c
     Name	chr G 1D	m
     Version	chr G 1D	m
     Publisher	chr G 1D	m
     Architecture	chr G 1D	m
     InstallLocation	chr G 1D	m
     IsFramework	int G 1D	m
     IsBundle	int G 1D	m
     InstallDate	chr G 1D	m
     ResourceID	chr G 1D	m
     PackageStatus	int G 1D	m
     RequiresReinstall	int G 1D	m
     Users	chr G 1D	m
     IsProvisioned	int G 1D	m
     IsStub	int G 1D	a58	m
    DoNotUpdate	int ADGR ?D	m	ve0|1
    AppSettingPolicy	node ADGR 1D
     {SettingValue}	chr ADGR *D u	m
    MaintainProcessorArchitectureOnUpdate	int ADGR ?D	a58	m	ve0|1
   ReleaseManagement	node GR 1P
    {ReleaseManagementKey}	node GR 1P u
     ChannelId	chr ADGR ?D	m	vn
     ReleaseManagementId	chr ADGR ?D	m	vn
     EffectiveRelease	node G 1P
      ChannelId	chr G ?D	m
      ReleaseManagementId	chr G ?D	m
  UpdateScan	null E 1P	m
  LastScanError	int G 1P	m
  AppInventoryResults	xml G 1P	m
  AppInventoryQuery	xml GR 1P	m	vn
  RemovePackage	xml EG 1P	a276	m	vn
  ResetPackage	xml EG 1P	a59	m	vn
 AppInstallation	node G 1P
  {PackageFamilyName}	node ADGR *D u
   StoreInstall	xml ADEG 1D	m
   HostedInstall	xml ADEG 1D	m
   LastError	int G 1D	m
   LastErrorDesc	chr G 1D	m
   Status	int G 1D	m
   ProgressStatus	int G 1D	m
 AppLicenses	node G 1P
  StoreLicenses	node G 1P
   {LicenseID}	node ADG *D u
    LicenseCategory	chr G 1D	m
    LicenseUsage	chr G 1D	m
    RequesterID	chr G 1D	m
    AddLicense	xml E 1D	m
    GetLicenseFromStore	xml E 1D	m
Messaging	node G 1P
 AuditingLevel	int GR 1P	=0
 Auditing	node G 1P
  Messages	node G 1P
   Count	int GR 1P	=100
   RevisionId	chr GR 1P	=0
   Data	chr G 1P
NodeCache	node G 1P	a280
 {ProviderID}	node ADG ?D u
  CacheVersion	chr AGR ?D	m	vn
  ChangedNodes	chr G ?D	m
  ChangedNodesData	xml G ?D	a36	m
  Nodes	node G 1D
   {NodeID}	node ADG *D g	vn
    NodeURI	chr ADG 1D	m	vn
    ExpectedValue	chr ADG 1D	m	vn
    AutoSetExpectedValue	null ADG 1D	a36	m
Office	node G 1P	a7
 Installation	node G 1P
  {id}	node ADG *D u
   Install	chr EG 1P	m	vn
   Status	int G 1P	m
   FinalStatus	int G 1P	a77	m
  CurrentStatus	chr G 1D	a28	m
PassportForWork	node G 1P	a42
 {TenantId}	node ADG *D u
  Policies	node ADG 1D
   UsePassportForWork	bool ADGR ?D	m	=True	vefalse|true
   RequireSecurityDevice	bool ADGR ?D	m	=False	vefalse|true
   EnablePinRecovery	bool ADGR ?D	a47	m	=False	vefalse|true
   PINComplexity	node ADG 1D
    MinimumPINLength	int ADGR ?D	m	=4	vr4..127
    MaximumPINLength	int ADGR ?D	m	=127	vr4..127
    UppercaseLetters	int ADGR ?D	m	=0	ve0|1|2
    LowercaseLetters	int ADGR ?D	m	=0	ve0|1|2
    SpecialCharacters	int ADGR ?D	m	=0	ve0|1|2
    Digits	int ADGR ?D	m	=0	ve0|1|2
    History	int ADGR ?D	m	=0	vr0..50
    Expiration	int ADGR ?D	m	=0	vr0..730
PDE	node G 1P	a281
 EnablePersonalDataEncryption	int ADGR 1D	m	ve0|1
 ProtectFolders	node G 1P	a256
  ProtectDocuments	int ADGR 1D	m	ve0|1
  ProtectDesktop	int ADGR 1D	m	ve0|1
  ProtectPictures	int ADGR 1D	m	ve0|1
 Status	node G 1P
  PersonalDataEncryptionStatus	int G 1P	m
  FolderProtectionStatus	int G 1P	a256	m	ve0|1|2|3
  FoldersProtected	chr G 1P	a256	m
Policy	node G 1P
 Config	node ADG ?D
  {AreaName}	node ADG *D c
   {PolicyName}	null ADGR *D c	m	vn
 Result	node G 1P
  {AreaName}	node G +D c
   {PolicyName}	null G +D g	m
ADMX_AddRemovePrograms	node G 1P	m16
 NoServices	chr ADGR ?D 3	a93	va
 NoAddPage	chr ADGR ?D 3	a93	va
 NoWindowsSetupPage	chr ADGR ?D 3	a93	va
 NoRemovePage	chr ADGR ?D 3	a93	va
 NoAddFromCDorFloppy	chr ADGR ?D 3	a93	va
 NoAddFromInternet	chr ADGR ?D 3	a93	va
 NoAddFromNetwork	chr ADGR ?D 3	a93	va
 NoChooseProgramsPage	chr ADGR ?D 3	a93	va
 NoAddRemovePrograms	chr ADGR ?D 3	a93	va
 NoSupportInfo	chr ADGR ?D 3	a93	va
 DefaultCategory	chr ADGR ?D 3	a93	va
ADMX_AppCompat	node G 1P	m16
 AppCompatTurnOffProgramCompatibilityAssistant_1	chr ADGR ?D 3	a93	va
ADMX_AppXRuntime	node G 1P	m16
 AppxRuntimeBlockFileElevation	chr ADGR ?D 3	a93	va
 AppxRuntimeBlockProtocolElevation	chr ADGR ?D 3	a93	va
ADMX_AttachmentManager	node G 1P	m16
 AM_SetFileRiskLevel	chr ADGR ?D 3	a93	va
 AM_SetHighRiskInclusion	chr ADGR ?D 3	a93	va
 AM_SetLowRiskInclusion	chr ADGR ?D 3	a93	va
 AM_SetModRiskInclusion	chr ADGR ?D 3	a93	va
 AM_EstimateFileHandlerRisk	chr ADGR ?D 3	a93	va
ADMX_COM	node G 1P	m16
 AppMgmt_COM_SearchForCLSID_1	chr ADGR ?D 3	a93	va
ADMX_ControlPanel	node G 1P	m16
 ForceClassicControlPanel	chr ADGR ?D 3	a93	va
 DisallowCpls	chr ADGR ?D 3	a93	va
 NoControlPanel	chr ADGR ?D 3	a93	va
 RestrictCpls	chr ADGR ?D 3	a93	va
ADMX_ControlPanelDisplay	node G 1P	m16
 CPL_Display_Disable	chr ADGR ?D 3	a93	va
 CPL_Display_HideSettings	chr ADGR ?D 3	a93	va
 CPL_Personalization_EnableScreenSaver	chr ADGR ?D 3	a93	va
 CPL_Personalization_SetVisualStyle	chr ADGR ?D 3	a93	va
 CPL_Personalization_SetScreenSaver	chr ADGR ?D 3	a93	va
 CPL_Personalization_SetTheme	chr ADGR ?D 3	a93	va
 CPL_Personalization_ScreenSaverIsSecure	chr ADGR ?D 3	a93	va
 CPL_Personalization_NoColorAppearanceUI	chr ADGR ?D 3	a93	va
 CPL_Personalization_DisableColorSchemeChoice	chr ADGR ?D 3	a93	va
 CPL_Personalization_NoDesktopBackgroundUI	chr ADGR ?D 3	a93	va
 CPL_Personalization_NoDesktopIconsUI	chr ADGR ?D 3	a93	va
 CPL_Personalization_NoMousePointersUI	chr ADGR ?D 3	a93	va
 CPL_Personalization_NoScreenSaverUI	chr ADGR ?D 3	a93	va
 CPL_Personalization_NoSoundSchemeUI	chr ADGR ?D 3	a93	va
 CPL_Personalization_DisableThemeChange	chr ADGR ?D 3	a93	va
 CPL_Personalization_DisableVisualStyle	chr ADGR ?D 3	a93	va
 CPL_Personalization_LockFontSize	chr ADGR ?D 3	a93	va
 CPL_Personalization_ScreenSaverTimeOut	chr ADGR ?D 3	a93	va
ADMX_CtrlAltDel	node G 1P	m16
 DisableChangePassword	chr ADGR ?D 3	a93	va
 DisableLockComputer	chr ADGR ?D 3	a93	va
 NoLogoff	chr ADGR ?D 3	a93	va
 DisableTaskMgr	chr ADGR ?D 3	a93	va
ADMX_Desktop	node G 1P	m16
 AD_EnableFilter	chr ADGR ?D 3	a93	va
 AD_HideDirectoryFolder	chr ADGR ?D 3	a93	va
 AD_QueryLimit	chr ADGR ?D 3	a93	va
 sz_AdminComponents_Title	chr ADGR ?D 3	a93	va
 sz_DWP_NoHTMLPaper	chr ADGR ?D 3	a93	va
 Wallpaper	chr ADGR ?D 3	a93	va
 NoActiveDesktop	chr ADGR ?D 3	a93	va
 sz_ATC_NoComponents	chr ADGR ?D 3	a93	va
 ForceActiveDesktopOn	chr ADGR ?D 3	a93	va
 sz_ATC_DisableAdd	chr ADGR ?D 3	a93	va
 NoActiveDesktopChanges	chr ADGR ?D 3	a93	va
 sz_ATC_DisableClose	chr ADGR ?D 3	a93	va
 sz_ATC_DisableDel	chr ADGR ?D 3	a93	va
 sz_ATC_DisableEdit	chr ADGR ?D 3	a93	va
 NoRecentDocsNetHood	chr ADGR ?D 3	a93	va
 NoSaveSettings	chr ADGR ?D 3	a93	va
 NoDesktop	chr ADGR ?D 3	a93	va
 NoInternetIcon	chr ADGR ?D 3	a93	va
 NoNetHood	chr ADGR ?D 3	a93	va
 sz_DB_DragDropClose	chr ADGR ?D 3	a93	va
 sz_DB_Moving	chr ADGR ?D 3	a93	va
 NoMyComputerIcon	chr ADGR ?D 3	a93	va
 NoMyDocumentsIcon	chr ADGR ?D 3	a93	va
 NoPropertiesMyComputer	chr ADGR ?D 3	a93	va
 NoPropertiesMyDocuments	chr ADGR ?D 3	a93	va
 NoRecycleBinProperties	chr ADGR ?D 3	a93	va
 NoRecycleBinIcon	chr ADGR ?D 3	a93	va
 NoDesktopCleanupWizard	chr ADGR ?D 3	a93	va
 NoWindowMinimizingShortcuts	chr ADGR ?D 3	a93	va
ADMX_DigitalLocker	node G 1P	m16
 Digitalx_DiableApplication_TitleText_1	chr ADGR ?D 3	a93	va
ADMX_DWM	node G 1P	m16
 DwmDisallowAnimations_1	chr ADGR ?D 3	a93	va
 DwmDisallowColorizationColorChanges_1	chr ADGR ?D 3	a93	va
 DwmDefaultColorizationColor_1	chr ADGR ?D 3	a93	va
ADMX_EAIME	node G 1P	m16
 L_DoNotIncludeNonPublishingStandardGlyphInTheCandidateList	chr ADGR ?D 3	a93	va
 L_RestrictCharacterCodeRangeOfConversion	chr ADGR ?D 3	a93	va
 L_TurnOffCustomDictionary	chr ADGR ?D 3	a93	va
 L_TurnOffHistorybasedPredictiveInput	chr ADGR ?D 3	a93	va
 L_TurnOffInternetSearchIntegration	chr ADGR ?D 3	a93	va
 L_TurnOffOpenExtendedDictionary	chr ADGR ?D 3	a93	va
 L_TurnOffSavingAutoTuningDataToFile	chr ADGR ?D 3	a93	va
 L_TurnOnCloudCandidate	chr ADGR ?D 3	a93	va
 L_TurnOnCloudCandidateCHS	chr ADGR ?D 3	a93	va
 L_TurnOnLexiconUpdate	chr ADGR ?D 3	a93	va
 L_TurnOnLiveStickers	chr ADGR ?D 3	a93	va
 L_TurnOnMisconversionLoggingForMisconversionReport	chr ADGR ?D 3	a93	va
ADMX_ErrorReporting	node G 1P	m16
 WerArchive_1	chr ADGR ?D 3	a93	va
 WerQueue_1	chr ADGR ?D 3	a93	va
 WerExlusion_1	chr ADGR ?D 3	a93	va
 WerAutoApproveOSDumps_1	chr ADGR ?D 3	a93	va
 WerDefaultConsent_1	chr ADGR ?D 3	a93	va
 WerConsentCustomize_1	chr ADGR ?D 3	a93	va
 WerConsentOverride_1	chr ADGR ?D 3	a93	va
 WerNoLogging_1	chr ADGR ?D 3	a93	va
 WerDisable_1	chr ADGR ?D 3	a93	va
 WerNoSecondLevelData_1	chr ADGR ?D 3	a93	va
 WerBypassDataThrottling_1	chr ADGR ?D 3	a93	va
 WerBypassPowerThrottling_1	chr ADGR ?D 3	a93	va
 WerBypassNetworkCostThrottling_1	chr ADGR ?D 3	a93	va
ADMX_Explorer	node G 1P	m16
 AlwaysShowClassicMenu	chr ADGR ?D 3	a93	va
 PreventItemCreationInUsersFilesFolder	chr ADGR ?D 3	a93	va
 TurnOffSPIAnimations	chr ADGR ?D 3	a93	va
ADMX_FileRevocation	node G 1P	m16
 DelegatedPackageFamilyNames	chr ADGR ?D 3	a93	va
ADMX_FolderRedirection	node G 1P	m16
 DisableFRAdminPin	chr ADGR ?D 3	a93	va
 DisableFRAdminPinByFolder	chr ADGR ?D 3	a93	va
 FolderRedirectionEnableCacheRename	chr ADGR ?D 3	a93	va
 PrimaryComputer_FR_1	chr ADGR ?D 3	a93	va
 LocalizeXPRelativePaths_1	chr ADGR ?D 3	a93	va
ADMX_FramePanes	node G 1P	m16
 NoReadingPane	chr ADGR ?D 3	a93	va
 NoPreviewPane	chr ADGR ?D 3	a93	va
ADMX_Globalization	node G 1P	m16
 ImplicitDataCollectionOff_1	chr ADGR ?D 3	a93	va
 HideAdminOptions	chr ADGR ?D 3	a93	va
 HideCurrentLocation	chr ADGR ?D 3	a93	va
 HideLanguageSelection	chr ADGR ?D 3	a93	va
 HideLocaleSelectAndCustomize	chr ADGR ?D 3	a93	va
 RestrictUILangSelect	chr ADGR ?D 3	a93	va
 LockUserUILanguage	chr ADGR ?D 3	a93	va
 TurnOffAutocorrectMisspelledWords	chr ADGR ?D 3	a93	va
 TurnOffHighlightMisspelledWords	chr ADGR ?D 3	a93	va
 TurnOffInsertSpace	chr ADGR ?D 3	a93	va
 TurnOffOfferTextPredictions	chr ADGR ?D 3	a93	va
 Y2K	chr ADGR ?D 3	a93	va
 PreventGeoIdChange_1	chr ADGR ?D 3	a93	va
 CustomLocalesNoSelect_1	chr ADGR ?D 3	a93	va
 PreventUserOverrides_1	chr ADGR ?D 3	a93	va
 LocaleUserRestrict_1	chr ADGR ?D 3	a93	va
ADMX_GroupPolicy	node G 1P	m16
 GPDCOptions	chr ADGR ?D 3	a93	va
 GPTransferRate_1	chr ADGR ?D 3	a93	va
 NewGPOLinksDisabled	chr ADGR ?D 3	a93	va
 DenyRsopToInteractiveUser_1	chr ADGR ?D 3	a93	va
 EnforcePoliciesOnly	chr ADGR ?D 3	a93	va
 NewGPODisplayName	chr ADGR ?D 3	a93	va
 GroupPolicyRefreshRateUser	chr ADGR ?D 3	a93	va
 DisableAutoADMUpdate	chr ADGR ?D 3	a93	va
 ProcessMitigationOptions	chr ADGR ?D 3	a93	va
ADMX_Help	node G 1P	m16
 RestrictRunFromHelp	chr ADGR ?D 3	a93	va
ADMX_HelpAndSupport	node G 1P	m16
 HPImplicitFeedback	chr ADGR ?D 3	a93	va
 HPExplicitFeedback	chr ADGR ?D 3	a93	va
 HPOnlineAssistance	chr ADGR ?D 3	a93	va
ADMX_ICM	node G 1P	m16
 ShellNoUseStoreOpenWith_1	chr ADGR ?D 3	a93	va
 DisableWebPnPDownload_1	chr ADGR ?D 3	a93	va
 ShellPreventWPWDownload_1	chr ADGR ?D 3	a93	va
 ShellNoUseInternetOpenWith_1	chr ADGR ?D 3	a93	va
 DisableHTTPPrinting_1	chr ADGR ?D 3	a93	va
 ShellRemoveOrderPrints_1	chr ADGR ?D 3	a93	va
 ShellRemovePublishToWeb_1	chr ADGR ?D 3	a93	va
 WinMSG_NoInstrumentation_1	chr ADGR ?D 3	a93	va
 InternetManagement_RestrictCommunication_1	chr ADGR ?D 3	a93	va
ADMX_Logon	node G 1P	m16
 NoWelcomeTips_1	chr ADGR ?D 3	a93	va
 DisableExplorerRunLegacy_1	chr ADGR ?D 3	a93	va
 DisableExplorerRunOnceLegacy_1	chr ADGR ?D 3	a93	va
 Run_1	chr ADGR ?D 3	a93	va
ADMX_MMC	node G 1P	m16
 MMC_Restrict_Author	chr ADGR ?D 3	a93	va
 MMC_Restrict_To_Permitted_Snapins	chr ADGR ?D 3	a93	va
 MMC_ActiveXControl	chr ADGR ?D 3	a93	va
 MMC_ExtendView	chr ADGR ?D 3	a93	va
 MMC_LinkToWeb	chr ADGR ?D 3	a93	va
ADMX_MMCSnapins	node G 1P	m16
 MMC_Net_Framework	chr ADGR ?D 3	a93	va
 MMC_ActiveDirDomTrusts	chr ADGR ?D 3	a93	va
 MMC_ActiveDirSitesServices	chr ADGR ?D 3	a93	va
 MMC_ActiveDirUsersComp	chr ADGR ?D 3	a93	va
 MMC_ADSI	chr ADGR ?D 3	a93	va
 MMC_CertsTemplate	chr ADGR ?D 3	a93	va
 MMC_Certs	chr ADGR ?D 3	a93	va
 MMC_CertAuth	chr ADGR ?D 3	a93	va
 MMC_ComponentServices	chr ADGR ?D 3	a93	va
 MMC_ComputerManagement	chr ADGR ?D 3	a93	va
 MMC_DeviceManager_2	chr ADGR ?D 3	a93	va
 MMC_DiskDefrag	chr ADGR ?D 3	a93	va
 MMC_DiskMgmt	chr ADGR ?D 3	a93	va
 MMC_DFS	chr ADGR ?D 3	a93	va
 MMC_EnterprisePKI	chr ADGR ?D 3	a93	va
 MMC_EventViewer_3	chr ADGR ?D 3	a93	va
 MMC_EventViewer_4	chr ADGR ?D 3	a93	va
 MMC_AppleTalkRouting	chr ADGR ?D 3	a93	va
 MMC_AuthMan	chr ADGR ?D 3	a93	va
 MMC_CertAuthPolSet	chr ADGR ?D 3	a93	va
 MMC_ConnectionSharingNAT	chr ADGR ?D 3	a93	va
 MMC_DCOMCFG	chr ADGR ?D 3	a93	va
 MMC_DeviceManager_1	chr ADGR ?D 3	a93	va
 MMC_DHCPRelayMgmt	chr ADGR ?D 3	a93	va
 MMC_EventViewer_1	chr ADGR ?D 3	a93	va
 MMC_EventViewer_2	chr ADGR ?D 3	a93	va
 MMC_IASLogging	chr ADGR ?D 3	a93	va
 MMC_IGMPRouting	chr ADGR ?D 3	a93	va
 MMC_IPRouting	chr ADGR ?D 3	a93	va
 MMC_IPXRIPRouting	chr ADGR ?D 3	a93	va
 MMC_IPXRouting	chr ADGR ?D 3	a93	va
 MMC_IPXSAPRouting	chr ADGR ?D 3	a93	va
 MMC_LogicalMappedDrives	chr ADGR ?D 3	a93	va
 MMC_OSPFRouting	chr ADGR ?D 3	a93	va
 MMC_PublicKey	chr ADGR ?D 3	a93	va
 MMC_RAS_DialinUser	chr ADGR ?D 3	a93	va
 MMC_RemoteAccess	chr ADGR ?D 3	a93	va
 MMC_RemStore	chr ADGR ?D 3	a93	va
 MMC_RIPRouting	chr ADGR ?D 3	a93	va
 MMC_Routing	chr ADGR ?D 3	a93	va
 MMC_SendConsoleMessage	chr ADGR ?D 3	a93	va
 MMC_ServiceDependencies	chr ADGR ?D 3	a93	va
 MMC_SharedFolders_Ext	chr ADGR ?D 3	a93	va
 MMC_SMTPProtocol	chr ADGR ?D 3	a93	va
 MMC_SNMP	chr ADGR ?D 3	a93	va
 MMC_SysProp	chr ADGR ?D 3	a93	va
 MMC_FailoverClusters	chr ADGR ?D 3	a93	va
 MMC_FAXService	chr ADGR ?D 3	a93	va
 MMC_FrontPageExt	chr ADGR ?D 3	a93	va
 MMC_GroupPolicyManagementSnapIn	chr ADGR ?D 3	a93	va
 MMC_GroupPolicySnapIn	chr ADGR ?D 3	a93	va
 MMC_ADMComputers_1	chr ADGR ?D 3	a93	va
 MMC_ADMUsers_1	chr ADGR ?D 3	a93	va
 MMC_FolderRedirection_1	chr ADGR ?D 3	a93	va
 MMC_IEMaintenance_1	chr ADGR ?D 3	a93	va
 MMC_IPSecManage_GP	chr ADGR ?D 3	a93	va
 MMC_NapSnap_GP	chr ADGR ?D 3	a93	va
 MMC_RIS	chr ADGR ?D 3	a93	va
 MMC_ScriptsUser_1	chr ADGR ?D 3	a93	va
 MMC_ScriptsMachine_1	chr ADGR ?D 3	a93	va
 MMC_SecuritySettings_1	chr ADGR ?D 3	a93	va
 MMC_SoftwareInstalationComputers_1	chr ADGR ?D 3	a93	va
 MMC_SoftwareInstallationUsers_1	chr ADGR ?D 3	a93	va
 MMC_WindowsFirewall_GP	chr ADGR ?D 3	a93	va
 MMC_WiredNetworkPolicy	chr ADGR ?D 3	a93	va
 MMC_WirelessNetworkPolicy	chr ADGR ?D 3	a93	va
 MMC_GroupPolicyTab	chr ADGR ?D 3	a93	va
 MMC_ResultantSetOfPolicySnapIn	chr ADGR ?D 3	a93	va
 MMC_ADMComputers_2	chr ADGR ?D 3	a93	va
 MMC_ADMUsers_2	chr ADGR ?D 3	a93	va
 MMC_FolderRedirection_2	chr ADGR ?D 3	a93	va
 MMC_IEMaintenance_2	chr ADGR ?D 3	a93	va
 MMC_ScriptsUser_2	chr ADGR ?D 3	a93	va
 MMC_ScriptsMachine_2	chr ADGR ?D 3	a93	va
 MMC_SecuritySettings_2	chr ADGR ?D 3	a93	va
 MMC_SoftwareInstalationComputers_2	chr ADGR ?D 3	a93	va
 MMC_SoftwareInstallationUsers_2	chr ADGR ?D 3	a93	va
 MMC_HRA	chr ADGR ?D 3	a93	va
 MMC_IndexingService	chr ADGR ?D 3	a93	va
 MMC_IAS	chr ADGR ?D 3	a93	va
 MMC_IIS	chr ADGR ?D 3	a93	va
 MMC_IpSecMonitor	chr ADGR ?D 3	a93	va
 MMC_IpSecManage	chr ADGR ?D 3	a93	va
 MMC_LocalUsersGroups	chr ADGR ?D 3	a93	va
 MMC_NapSnap	chr ADGR ?D 3	a93	va
 MMC_NPSUI	chr ADGR ?D 3	a93	va
 MMC_OCSP	chr ADGR ?D 3	a93	va
 MMC_PerfLogsAlerts	chr ADGR ?D 3	a93	va
 MMC_QoSAdmission	chr ADGR ?D 3	a93	va
 MMC_TerminalServices	chr ADGR ?D 3	a93	va
 MMC_RemoteDesktop	chr ADGR ?D 3	a93	va
 MMC_RSM	chr ADGR ?D 3	a93	va
 MMC_RRA	chr ADGR ?D 3	a93	va
 MMC_SCA	chr ADGR ?D 3	a93	va
 MMC_SecurityTemplates	chr ADGR ?D 3	a93	va
 MMC_ServerManager	chr ADGR ?D 3	a93	va
 MMC_Services	chr ADGR ?D 3	a93	va
 MMC_SharedFolders	chr ADGR ?D 3	a93	va
 MMC_SysInfo	chr ADGR ?D 3	a93	va
 MMC_Telephony	chr ADGR ?D 3	a93	va
 MMC_TPMManagement	chr ADGR ?D 3	a93	va
 MMC_WindowsFirewall	chr ADGR ?D 3	a93	va
 MMC_WirelessMon	chr ADGR ?D 3	a93	va
 MMC_WMI	chr ADGR ?D 3	a93	va
ADMX_MobilePCMobilityCenter	node G 1P	m16
 MobilityCenterEnable_1	chr ADGR ?D 3	a93	va
ADMX_MobilePCPresentationSettings	node G 1P	m16
 PresentationSettingsEnable_1	chr ADGR ?D 3	a93	va
ADMX_MSI	node G 1P	m16
 DisableMedia	chr ADGR ?D 3	a93	va
 DisableRollback_1	chr ADGR ?D 3	a93	va
 SearchOrder	chr ADGR ?D 3	a93	va
ADMX_NetworkConnections	node G 1P	m16
 NC_RasAllUserProperties	chr ADGR ?D 3	a93	va
 NC_DeleteAllUserConnection	chr ADGR ?D 3	a93	va
 NC_LanConnect	chr ADGR ?D 3	a93	va
 NC_RenameAllUserRasConnection	chr ADGR ?D 3	a93	va
 NC_RenameLanConnection	chr ADGR ?D 3	a93	va
 NC_RenameConnection	chr ADGR ?D 3	a93	va
 NC_EnableAdminProhibits	chr ADGR ?D 3	a93	va
 NC_LanProperties	chr ADGR ?D 3	a93	va
 NC_LanChangeProperties	chr ADGR ?D 3	a93	va
 NC_RasChangeProperties	chr ADGR ?D 3	a93	va
 NC_AdvancedSettings	chr ADGR ?D 3	a93	va
 NC_NewConnectionWizard	chr ADGR ?D 3	a93	va
 NC_DialupPrefs	chr ADGR ?D 3	a93	va
 NC_AddRemoveComponents	chr ADGR ?D 3	a93	va
 NC_RasMyProperties	chr ADGR ?D 3	a93	va
 NC_RasConnect	chr ADGR ?D 3	a93	va
 NC_DeleteConnection	chr ADGR ?D 3	a93	va
 NC_ChangeBindState	chr ADGR ?D 3	a93	va
 NC_RenameMyRasConnection	chr ADGR ?D 3	a93	va
 NC_AllowAdvancedTCPIPConfig	chr ADGR ?D 3	a93	va
 NC_Statistics	chr ADGR ?D 3	a93	va
 NC_IpStateChecking	chr ADGR ?D 3	a93	va
ADMX_OfflineFiles	node G 1P	m16
 Pol_GoOfflineAction_1	chr ADGR ?D 3	a93	va
 Pol_EventLoggingLevel_1	chr ADGR ?D 3	a93	va
 Pol_ReminderInitTimeout_1	chr ADGR ?D 3	a93	va
 Pol_CustomGoOfflineActions_1	chr ADGR ?D 3	a93	va
 Pol_NoCacheViewer_1	chr ADGR ?D 3	a93	va
 Pol_NoConfigCache_1	chr ADGR ?D 3	a93	va
 Pol_ReminderFreq_1	chr ADGR ?D 3	a93	va
 Pol_ReminderTimeout_1	chr ADGR ?D 3	a93	va
 Pol_NoMakeAvailableOffline_1	chr ADGR ?D 3	a93	va
 Pol_NoPinFiles_1	chr ADGR ?D 3	a93	va
 Pol_WorkOfflineDisabled_1	chr ADGR ?D 3	a93	va
 Pol_AssignedOfflineFiles_1	chr ADGR ?D 3	a93	va
 Pol_SyncAtLogoff_1	chr ADGR ?D 3	a93	va
 Pol_SyncAtLogon_1	chr ADGR ?D 3	a93	va
 Pol_SyncAtSuspend_1	chr ADGR ?D 3	a93	va
 Pol_NoReminders_1	chr ADGR ?D 3	a93	va
ADMX_PenTraining	node G 1P	m16
 PenTrainingOff_1	chr ADGR ?D 3	a93	va
ADMX_Power	node G 1P	m16
 PW_PromptPasswordOnResume	chr ADGR ?D 3	a93	va
ADMX_PowerShellExecutionPolicy	node G 1P	m16
 EnableUpdateHelpDefaultSourcePath	chr ADGR ?D 3	a93	va
 EnableModuleLogging	chr ADGR ?D 3	a93	va
 EnableTranscripting	chr ADGR ?D 3	a93	va
 EnableScripts	chr ADGR ?D 3	a93	va
ADMX_PreviousVersions	node G 1P	m16
 DisableLocalPage_1	chr ADGR ?D 3	a93	va
 DisableRemotePage_1	chr ADGR ?D 3	a93	va
 HideBackupEntries_1	chr ADGR ?D 3	a93	va
 DisableLocalRestore_1	chr ADGR ?D 3	a93	va
 DisableBackupRestore_1	chr ADGR ?D 3	a93	va
 DisableRemoteRestore_1	chr ADGR ?D 3	a93	va
ADMX_Printing	node G 1P	m16
 IntranetPrintersUrl	chr ADGR ?D 3	a93	va
 DownlevelBrowse	chr ADGR ?D 3	a93	va
 PrinterDirectorySearchScope	chr ADGR ?D 3	a93	va
 PackagePointAndPrintOnly	chr ADGR ?D 3	a93	va
 PackagePointAndPrintServerList	chr ADGR ?D 3	a93	va
 NoDeletePrinter	chr ADGR ?D 3	a93	va
 LegacyDefaultPrinterMode	chr ADGR ?D 3	a93	va
ADMX_Programs	node G 1P	m16
 NoGetPrograms	chr ADGR ?D 3	a93	va
 NoInstalledUpdates	chr ADGR ?D 3	a93	va
 NoProgramsAndFeatures	chr ADGR ?D 3	a93	va
 NoDefaultPrograms	chr ADGR ?D 3	a93	va
 NoWindowsFeatures	chr ADGR ?D 3	a93	va
 NoWindowsMarketplace	chr ADGR ?D 3	a93	va
 NoProgramsCPL	chr ADGR ?D 3	a93	va
ADMX_RemovableStorage	node G 1P	m16
 RemovableStorageClasses_DenyAll_Access_1	chr ADGR ?D 3	a93	va
 CDandDVD_DenyRead_Access_1	chr ADGR ?D 3	a93	va
 CDandDVD_DenyWrite_Access_1	chr ADGR ?D 3	a93	va
 CustomClasses_DenyRead_Access_1	chr ADGR ?D 3	a93	va
 CustomClasses_DenyWrite_Access_1	chr ADGR ?D 3	a93	va
 FloppyDrives_DenyRead_Access_1	chr ADGR ?D 3	a93	va
 FloppyDrives_DenyWrite_Access_1	chr ADGR ?D 3	a93	va
 RemovableDisks_DenyRead_Access_1	chr ADGR ?D 3	a93	va
 RemovableDisks_DenyWrite_Access_1	chr ADGR ?D 3	a93	va
 AccessRights_RebootTime_1	chr ADGR ?D 3	a93	va
 TapeDrives_DenyRead_Access_1	chr ADGR ?D 3	a93	va
 TapeDrives_DenyWrite_Access_1	chr ADGR ?D 3	a93	va
 WPDDevices_DenyRead_Access_1	chr ADGR ?D 3	a93	va
 WPDDevices_DenyWrite_Access_1	chr ADGR ?D 3	a93	va
ADMX_Scripts	node G 1P	m16
 Run_Logoff_Script_Visible	chr ADGR ?D 3	a93	va
 Run_Logon_Script_Visible	chr ADGR ?D 3	a93	va
 Run_Legacy_Logon_Script_Hidden	chr ADGR ?D 3	a93	va
 Run_Logon_Script_Sync_1	chr ADGR ?D 3	a93	va
 Run_User_PS_Scripts_First	chr ADGR ?D 3	a93	va
ADMX_Sensors	node G 1P	m16
 DisableLocation_1	chr ADGR ?D 3	a93	va
 DisableLocationScripting_1	chr ADGR ?D 3	a93	va
 DisableSensors_1	chr ADGR ?D 3	a93	va
ADMX_SharedFolders	node G 1P	m16
 PublishDfsRoots	chr ADGR ?D 3	a93	va
 PublishSharedFolders	chr ADGR ?D 3	a93	va
ADMX_Sharing	node G 1P	m16
 NoInplaceSharing	chr ADGR ?D 3	a93	va
ADMX_ShellCommandPromptRegEditTools	node G 1P	m16
 DisallowApps	chr ADGR ?D 3	a93	va
 DisableRegedit	chr ADGR ?D 3	a93	va
 DisableCMD	chr ADGR ?D 3	a93	va
 RestrictApps	chr ADGR ?D 3	a93	va
ADMX_SoundRec	node G 1P	m16
 Soundrec_DiableApplication_TitleText_1	chr ADGR ?D 3	a93	va
ADMX_StartMenu	node G 1P	m16
 MemCheckBoxInRunDlg	chr ADGR ?D 3	a93	va
 ForceStartMenuLogOff	chr ADGR ?D 3	a93	va
 AddSearchInternetLinkInStartMenu	chr ADGR ?D 3	a93	va
 ShowRunInStartMenu	chr ADGR ?D 3	a93	va
 PowerButtonAction	chr ADGR ?D 3	a93	va
 ClearRecentDocsOnExit	chr ADGR ?D 3	a93	va
 ClearRecentProgForNewUserInStartMenu	chr ADGR ?D 3	a93	va
 ClearTilesOnExit	chr ADGR ?D 3	a93	va
 NoToolbarsOnTaskbar	chr ADGR ?D 3	a93	va
 NoSearchCommInStartMenu	chr ADGR ?D 3	a93	va
 NoSearchFilesInStartMenu	chr ADGR ?D 3	a93	va
 NoSearchInternetInStartMenu	chr ADGR ?D 3	a93	va
 NoSearchProgramsInStartMenu	chr ADGR ?D 3	a93	va
 NoResolveSearch	chr ADGR ?D 3	a93	va
 NoResolveTrack	chr ADGR ?D 3	a93	va
 NoStartPage	chr ADGR ?D 3	a93	va
 GoToDesktopOnSignIn	chr ADGR ?D 3	a93	va
 GreyMSIAds	chr ADGR ?D 3	a93	va
 NoTrayItemsDisplay	chr ADGR ?D 3	a93	va
 DesktopAppsFirstInAppsView	chr ADGR ?D 3	a93	va
 LockTaskbar	chr ADGR ?D 3	a93	va
 StartPinAppsWhenInstalled	chr ADGR ?D 3	a93	va
 NoSetTaskbar	chr ADGR ?D 3	a93	va
 NoTaskGrouping	chr ADGR ?D 3	a93	va
 NoChangeStartMenu	chr ADGR ?D 3	a93	va
 NoUninstallFromStart	chr ADGR ?D 3	a93	va
 NoTrayContextMenu	chr ADGR ?D 3	a93	va
 NoMoreProgramsList	chr ADGR ?D 3	a93	va
 NoClose	chr ADGR ?D 3	a93	va
 NoBalloonTip	chr ADGR ?D 3	a93	va
 NoTaskBarClock	chr ADGR ?D 3	a93	va
 NoCommonGroups	chr ADGR ?D 3	a93	va
 NoSMConfigurePrograms	chr ADGR ?D 3	a93	va
 NoSMMyDocuments	chr ADGR ?D 3	a93	va
 NoStartMenuDownload	chr ADGR ?D 3	a93	va
 NoFavoritesMenu	chr ADGR ?D 3	a93	va
 NoGamesFolderOnStartMenu	chr ADGR ?D 3	a93	va
 NoHelp	chr ADGR ?D 3	a93	va
 NoStartMenuHomegroup	chr ADGR ?D 3	a93	va
 NoWindowsUpdate	chr ADGR ?D 3	a93	va
 StartMenuLogOff	chr ADGR ?D 3	a93	va
 NoSMMyMusic	chr ADGR ?D 3	a93	va
 NoNetAndDialupConnect	chr ADGR ?D 3	a93	va
 NoSMMyNetworkPlaces	chr ADGR ?D 3	a93	va
 NoSMMyPictures	chr ADGR ?D 3	a93	va
 NoPinnedPrograms	chr ADGR ?D 3	a93	va
 NoSetFolders	chr ADGR ?D 3	a93	va
 NoRecentDocsMenu	chr ADGR ?D 3	a93	va
 NoStartMenuRecordedTV	chr ADGR ?D 3	a93	va
 NoRun	chr ADGR ?D 3	a93	va
 NoSearchComputerLinkInStartMenu	chr ADGR ?D 3	a93	va
 NoFind	chr ADGR ?D 3	a93	va
 NoSearchEverywhereLinkInStartMenu	chr ADGR ?D 3	a93	va
 RemoveUnDockPCButton	chr ADGR ?D 3	a93	va
 NoUserFolderOnStartMenu	chr ADGR ?D 3	a93	va
 NoUserNameOnStartMenu	chr ADGR ?D 3	a93	va
 NoStartMenuSubFolders	chr ADGR ?D 3	a93	va
 NoStartMenuVideos	chr ADGR ?D 3	a93	va
 DisableGlobalSearchOnAppsView	chr ADGR ?D 3	a93	va
 ShowRunAsDifferentUserInStart	chr ADGR ?D 3	a93	va
 QuickLaunchEnabled	chr ADGR ?D 3	a93	va
 ShowStartOnDisplayWithForegroundOnWinKey	chr ADGR ?D 3	a93	va
 ShowAppsViewOnStart	chr ADGR ?D 3	a93	va
 NoAutoTrayNotify	chr ADGR ?D 3	a93	va
 Intellimenus	chr ADGR ?D 3	a93	va
 NoInstrumentation	chr ADGR ?D 3	a93	va
ADMX_TabletPCInputPanel	node G 1P	m16
 Prediction_1	chr ADGR ?D 3	a93	va
 IPTIPTarget_1	chr ADGR ?D 3	a93	va
 IPTIPTouchTarget_1	chr ADGR ?D 3	a93	va
 RareChar_1	chr ADGR ?D 3	a93	va
 EdgeTarget_1	chr ADGR ?D 3	a93	va
 AutoComplete_1	chr ADGR ?D 3	a93	va
 PasswordSecurity_1	chr ADGR ?D 3	a93	va
 ScratchOut_1	chr ADGR ?D 3	a93	va
ADMX_TabletShell	node G 1P	m16
 DisableInkball_1	chr ADGR ?D 3	a93	va
 DisableNoteWriterPrinting_1	chr ADGR ?D 3	a93	va
 DisableSnippingTool_1	chr ADGR ?D 3	a93	va
 DisableJournal_1	chr ADGR ?D 3	a93	va
 TurnOffFeedback_1	chr ADGR ?D 3	a93	va
 PreventBackEscMapping_1	chr ADGR ?D 3	a93	va
 PreventLaunchApp_1	chr ADGR ?D 3	a93	va
 PreventPressAndHold_1	chr ADGR ?D 3	a93	va
 TurnOffButtons_1	chr ADGR ?D 3	a93	va
 PreventFlicksLearningMode_1	chr ADGR ?D 3	a93	va
 PreventFlicks_1	chr ADGR ?D 3	a93	va
ADMX_Taskbar	node G 1P	m16
 EnableLegacyBalloonNotifications	chr ADGR ?D 3	a93	va
 NoPinningToDestinations	chr ADGR ?D 3	a93	va
 NoPinningToTaskbar	chr ADGR ?D 3	a93	va
 NoPinningStoreToTaskbar	chr ADGR ?D 3	a93	va
 TaskbarNoMultimon	chr ADGR ?D 3	a93	va
 NoRemoteDestinations	chr ADGR ?D 3	a93	va
 TaskbarLockAll	chr ADGR ?D 3	a93	va
 TaskbarNoAddRemoveToolbar	chr ADGR ?D 3	a93	va
 TaskbarNoRedock	chr ADGR ?D 3	a93	va
 TaskbarNoDragToolbar	chr ADGR ?D 3	a93	va
 TaskbarNoResize	chr ADGR ?D 3	a93	va
 DisableNotificationCenter	chr ADGR ?D 3	a93	va
 TaskbarNoPinnedList	chr ADGR ?D 3	a93	va
 HideSCAPower	chr ADGR ?D 3	a93	va
 HideSCANetwork	chr ADGR ?D 3	a93	va
 HideSCAHealth	chr ADGR ?D 3	a93	va
 HideSCAVolume	chr ADGR ?D 3	a93	va
 ShowWindowsStoreAppsOnTaskbar	chr ADGR ?D 3	a93	va
 TaskbarNoNotification	chr ADGR ?D 3	a93	va
 NoSystraySystemPromotion	chr ADGR ?D 3	a93	va
 NoBalloonFeatureAdvertisements	chr ADGR ?D 3	a93	va
 TaskbarNoThumbnail	chr ADGR ?D 3	a93	va
ADMX_TerminalServer	node G 1P	m16
 TS_GATEWAY_POLICY_ENABLE	chr ADGR ?D 3	a93	va
 TS_GATEWAY_POLICY_AUTH_METHOD	chr ADGR ?D 3	a93	va
 TS_GATEWAY_POLICY_SERVER	chr ADGR ?D 3	a93	va
 TS_CLIENT_ALLOW_UNSIGNED_FILES_1	chr ADGR ?D 3	a93	va
 TS_CLIENT_ALLOW_SIGNED_FILES_1	chr ADGR ?D 3	a93	va
 TS_CLIENT_DISABLE_PASSWORD_SAVING_1	chr ADGR ?D 3	a93	va
 TS_CLIENT_TRUSTED_CERTIFICATE_THUMBPRINTS_2	chr ADGR ?D 3	a93	va
 TS_RemoteControl_1	chr ADGR ?D 3	a93	va
 TS_EASY_PRINT_User	chr ADGR ?D 3	a93	va
 TS_START_PROGRAM_1	chr ADGR ?D 3	a93	va
 TS_Session_End_On_Limit_1	chr ADGR ?D 3	a93	va
 TS_SESSIONS_Idle_Limit_1	chr ADGR ?D 3	a93	va
 TS_SESSIONS_Limits_1	chr ADGR ?D 3	a93	va
 TS_SESSIONS_Disconnected_Timeout_1	chr ADGR ?D 3	a93	va
 TS_RADC_DefaultConnection	chr ADGR ?D 3	a93	va
ADMX_Thumbnails	node G 1P	m16
 DisableThumbsDBOnNetworkFolders	chr ADGR ?D 3	a93	va
 DisableThumbnailsOnNetworkFolders	chr ADGR ?D 3	a93	va
 DisableThumbnails	chr ADGR ?D 3	a93	va
ADMX_TouchInput	node G 1P	m16
 TouchInputOff_1	chr ADGR ?D 3	a93	va
 PanningEverywhereOff_1	chr ADGR ?D 3	a93	va
ADMX_UserExperienceVirtualization	node G 1P	m16
 MicrosoftOffice2013AccessBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016AccessBackup	chr ADGR ?D 3	a93	va
 Calculator	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013CommonBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016CommonBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013ExcelBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016ExcelBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013InfoPathBackup	chr ADGR ?D 3	a93	va
 InternetExplorer10	chr ADGR ?D 3	a93	va
 InternetExplorer11	chr ADGR ?D 3	a93	va
 InternetExplorer8	chr ADGR ?D 3	a93	va
 InternetExplorer9	chr ADGR ?D 3	a93	va
 InternetExplorerCommon	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013LyncBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016LyncBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Access	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Access	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Access	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Excel	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Excel	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Excel	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010InfoPath	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013InfoPath	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Lync	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Lync	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Lync	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Common	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Common	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013UploadCenter	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Common	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016UploadCenter	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Access2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Access2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Common2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Common2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Excel2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Excel2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365InfoPath2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Lync2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Lync2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365OneNote2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365OneNote2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Outlook2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Outlook2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365PowerPoint2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365PowerPoint2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Project2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Project2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Publisher2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Publisher2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365SharePointDesigner2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Visio2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Visio2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Word2013	chr ADGR ?D 3	a93	va
 MicrosoftOffice365Word2016	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013OneDriveForBusiness	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016OneDriveForBusiness	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010OneNote	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013OneNote	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016OneNote	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Outlook	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Outlook	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Outlook	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010PowerPoint	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013PowerPoint	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016PowerPoint	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Project	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Project	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Project	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Publisher	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Publisher	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Publisher	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010SharePointDesigner	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013SharePointDesigner	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010SharePointWorkspace	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Visio	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Visio	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Visio	chr ADGR ?D 3	a93	va
 MicrosoftOffice2010Word	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013Word	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016Word	chr ADGR ?D 3	a93	va
 Notepad	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013OneNoteBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016OneNoteBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013OutlookBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016OutlookBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013PowerPointBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016PowerPointBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013ProjectBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016ProjectBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013PublisherBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016PublisherBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013SharePointDesignerBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013VisioBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016VisioBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2013WordBackup	chr ADGR ?D 3	a93	va
 MicrosoftOffice2016WordBackup	chr ADGR ?D 3	a93	va
 Wordpad	chr ADGR ?D 3	a93	va
 ConfigureSyncMethod	chr ADGR ?D 3	a93	va
 DisableWin8Sync	chr ADGR ?D 3	a93	va
 SyncProviderPingEnabled	chr ADGR ?D 3	a93	va
 MaxPackageSizeInBytes	chr ADGR ?D 3	a93	va
 SettingsStoragePath	chr ADGR ?D 3	a93	va
 SyncOverMeteredNetwork	chr ADGR ?D 3	a93	va
 SyncOverMeteredNetworkWhenRoaming	chr ADGR ?D 3	a93	va
 RepositoryTimeout	chr ADGR ?D 3	a93	va
 DisableWindowsOSSettings	chr ADGR ?D 3	a93	va
 SyncEnabled	chr ADGR ?D 3	a93	va
 ConfigureVdi	chr ADGR ?D 3	a93	va
 Finance	chr ADGR ?D 3	a93	va
 Games	chr ADGR ?D 3	a93	va
 Maps	chr ADGR ?D 3	a93	va
 Music	chr ADGR ?D 3	a93	va
 News	chr ADGR ?D 3	a93	va
 Reader	chr ADGR ?D 3	a93	va
 Sports	chr ADGR ?D 3	a93	va
 Travel	chr ADGR ?D 3	a93	va
 Video	chr ADGR ?D 3	a93	va
 Weather	chr ADGR ?D 3	a93	va
ADMX_UserProfiles	node G 1P	m16
 LimitSize	chr ADGR ?D 3	a93	va
ADMX_WinCal	node G 1P	m16
 TurnOffWinCal_1	chr ADGR ?D 3	a93	va
ADMX_WindowsColorSystem	node G 1P	m16
 ProhibitChangingInstalledProfileList_1	chr ADGR ?D 3	a93	va
ADMX_WindowsConnectNow	node G 1P	m16
 WCN_DisableWcnUi_1	chr ADGR ?D 3	a93	va
ADMX_WindowsExplorer	node G 1P	m16
 EnforceShellExtensionSecurity	chr ADGR ?D 3	a93	va
 NoBackButton	chr ADGR ?D 3	a93	va
 NoPlacesBar	chr ADGR ?D 3	a93	va
 NoFileMRU	chr ADGR ?D 3	a93	va
 PlacesBar	chr ADGR ?D 3	a93	va
 DisableBindDirectlyToPropertySetStorage	chr ADGR ?D 3	a93	va
 DisableKnownFolders	chr ADGR ?D 3	a93	va
 ConfirmFileDelete	chr ADGR ?D 3	a93	va
 NoFolderOptions	chr ADGR ?D 3	a93	va
 NoRecycleFiles	chr ADGR ?D 3	a93	va
 NoRunAsInstallPrompt	chr ADGR ?D 3	a93	va
 LinkResolveIgnoreLinkInfo	chr ADGR ?D 3	a93	va
 NoDrives	chr ADGR ?D 3	a93	va
 NoManageMyComputerVerb	chr ADGR ?D 3	a93	va
 DefaultLibrariesLocation	chr ADGR ?D 3	a93	va
 RecycleBinSize	chr ADGR ?D 3	a93	va
 MaxRecentDocs	chr ADGR ?D 3	a93	va
 NoWorkgroupContents	chr ADGR ?D 3	a93	va
 NoEntireNetwork	chr ADGR ?D 3	a93	va
 TryHarderPinnedOpenSearch	chr ADGR ?D 3	a93	va
 TryHarderPinnedLibrary	chr ADGR ?D 3	a93	va
 NoViewOnDrive	chr ADGR ?D 3	a93	va
 NoNetConnectDisconnect	chr ADGR ?D 3	a93	va
 NoCDBurning	chr ADGR ?D 3	a93	va
 NoDFSTab	chr ADGR ?D 3	a93	va
 NoViewContextMenu	chr ADGR ?D 3	a93	va
 NoFileMenu	chr ADGR ?D 3	a93	va
 NoHardwareTab	chr ADGR ?D 3	a93	va
 NoShellSearchButton	chr ADGR ?D 3	a93	va
 NoSecurityTab	chr ADGR ?D 3	a93	va
 NoMyComputerSharedDocuments	chr ADGR ?D 3	a93	va
 NoSearchInternetTryHarderButton	chr ADGR ?D 3	a93	va
 NoChangeKeyboardNavigationIndicators	chr ADGR ?D 3	a93	va
 NoChangeAnimation	chr ADGR ?D 3	a93	va
 PromptRunasInstallNetPath	chr ADGR ?D 3	a93	va
 ExplorerRibbonStartsMinimized	chr ADGR ?D 3	a93	va
 NoCacheThumbNailPictures	chr ADGR ?D 3	a93	va
 DisableSearchBoxSuggestions	chr ADGR ?D 3	a93	va
 NoStrCmpLogical	chr ADGR ?D 3	a93	va
 ShellProtocolProtectedModeTitle_1	chr ADGR ?D 3	a93	va
 HideContentViewModeSnippets	chr ADGR ?D 3	a93	va
 NoWindowsHotKeys	chr ADGR ?D 3	a93	va
 DisableIndexedLibraryExperience	chr ADGR ?D 3	a93	va
 ClassicShell	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_Internet	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_Internet	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_Intranet	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_Intranet	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_LocalMachine	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_LocalMachine	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_InternetLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_InternetLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_IntranetLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_IntranetLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_LocalMachineLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_LocalMachineLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_RestrictedLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_RestrictedLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_TrustedLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_TrustedLockdown	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_Restricted	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_Restricted	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchQuery_Trusted	chr ADGR ?D 3	a93	va
 IZ_Policy_OpenSearchPreview_Trusted	chr ADGR ?D 3	a93	va
ADMX_WindowsMediaPlayer	node G 1P	m16
 ConfigureHTTPProxySettings	chr ADGR ?D 3	a93	va
 ConfigureMMSProxySettings	chr ADGR ?D 3	a93	va
 NetworkBuffering	chr ADGR ?D 3	a93	va
 ConfigureRTSPProxySettings	chr ADGR ?D 3	a93	va
 DisableNetworkSettings	chr ADGR ?D 3	a93	va
 WindowsStreamingMediaProtocols	chr ADGR ?D 3	a93	va
 EnableScreenSaver	chr ADGR ?D 3	a93	va
 PolicyCodecUpdate	chr ADGR ?D 3	a93	va
 PreventCDDVDMetadataRetrieval	chr ADGR ?D 3	a93	va
 PreventMusicFileMetadataRetrieval	chr ADGR ?D 3	a93	va
 PreventRadioPresetsRetrieval	chr ADGR ?D 3	a93	va
 DoNotShowAnchor	chr ADGR ?D 3	a93	va
 HidePrivacyTab	chr ADGR ?D 3	a93	va
 HideSecurityTab	chr ADGR ?D 3	a93	va
 SkinLockDown	chr ADGR ?D 3	a93	va
ADMX_WindowsStore	node G 1P	m16
 DisableOSUpgrade_1	chr ADGR ?D 3	a93	va
 RemoveWindowsStore_1	chr ADGR ?D 3	a93	va
ADMX_WinLogon	node G 1P	m16
 CustomShell	chr ADGR ?D 3	a93	va
 LogonHoursNotificationPolicyDescription	chr ADGR ?D 3	a93	va
 ReportCachedLogonPolicyDescription	chr ADGR ?D 3	a93	va
 LogonHoursPolicyDescription	chr ADGR ?D 3	a93	va
ADMX_WordWheel	node G 1P	m16
 CustomSearch	chr ADGR ?D 3	a93	va
ADMX_WorkFoldersClient	node G 1P	m16
 Pol_UserEnableTokenBroker	chr ADGR ?D 3	a93	va
 Pol_UserEnableWorkFolders	chr ADGR ?D 3	a93	va
ADMX_WPN	node G 1P	m16
 QuietHoursDailyBeginMinute	chr ADGR ?D 3	a93	va
 QuietHoursDailyEndMinute	chr ADGR ?D 3	a93	va
 NoCallsDuringQuietHours	chr ADGR ?D 3	a93	va
 NoQuietHours	chr ADGR ?D 3	a93	va
 NoToastNotification	chr ADGR ?D 3	a93	va
 NoLockScreenToastNotification	chr ADGR ?D 3	a93	va
ApplicationManagement	node G 1P	m16
 RequirePrivateStoreOnly	int ADGR ?D 2	a99	=0	ve0|1
 MSIAlwaysInstallWithElevatedPrivileges	int ADGR ?D 2	a95	=0	ve0|1
AttachmentManager	node G 1P	m16
 DoNotPreserveZoneInformation	chr ADGR ?D 3	a114	va
 HideZoneInfoMechanism	chr ADGR ?D 3	a114	va
 NotifyAntivirusPrograms	chr ADGR ?D 3	a114	va
Authentication	node G 1P	m16
 AllowEAPCertSSO	int ADGR ?D 1	a221	=0	ve0|1
Autoplay	node G 1P	m16
 DisallowAutoplayForNonVolumeDevices	chr ADGR ?D 3	a114	va
 SetDefaultAutoRunBehavior	chr ADGR ?D 3	a114	va
 TurnOffAutoPlay	chr ADGR ?D 3	a114	va
Browser	node G 1P	m16
 AllowAddressBarDropdown	int ADGR ?D 1	a91	=1	ve0|1
 AllowAutofill	int ADGR ?D 1	a3	=0	ve0|1
 AllowBrowser	int ADGR ?D d1	a87	=1	ve0|1	x10.0.22000
 AllowConfigurationUpdateForBooksLibrary	int ADGR ?D 1	a95	=1	ve0|1
 AllowCookies	int ADGR ?D 1	a3	=2	ve0|1|2
 AllowDeveloperTools	int ADGR ?D 1	a121	=1	ve0|1
 AllowDoNotTrack	int ADGR ?D 1	a3	=0	ve0|1
 AllowExtensions	int ADGR ?D 1	a91	=1	ve0|1
 AllowFlash	int ADGR ?D 2	a91	=1	ve0|1
 AllowFlashClickToRun	int ADGR ?D 2	a91	=1	ve0|1
 AllowFullScreenMode	int ADGR ?D 1	a98	=1	ve0|1
 AllowInPrivate	int ADGR ?D 1	a121	=1	ve0|1
 AllowMicrosoftCompatibilityList	int ADGR ?D 1	a92	=1	ve0|1
 ConfigureTelemetryForMicrosoft365Analytics	int ADGR ?D d1	a98	=0	ve0|1|2|3	x10.0.22000
 AllowPasswordManager	int ADGR ?D 1	a122	=1	ve0|1
 AllowPopups	int ADGR ?D 1	a3	=0	ve0|1
 AllowPrinting	int ADGR ?D 1	a98	=1	ve0|1
 AllowSavingHistory	int ADGR ?D 1	a98	=1	ve0|1
 AllowSearchEngineCustomization	int ADGR ?D 1	a91	=1	ve0|1
 AllowSearchSuggestionsinAddressBar	int ADGR ?D 1	a3	=1	ve0|1
 AllowSideloadingOfExtensions	int ADGR ?D 1	a98	=1	ve0|1
 AllowSmartScreen	int ADGR ?D 1	a3	=1	ve0|1
 AllowWebContentOnNewTabPage	int ADGR ?D 1	a98	=1	ve0|1
 AlwaysEnableBooksLibrary	int ADGR ?D 1	a123	=0	ve0|1
 ClearBrowsingDataOnExit	int ADGR ?D 1	a91	=0	ve0|1
 ConfigureAdditionalSearchEngines	chr ADGR ?D 3	a91
 ConfigureFavoritesBar	int ADGR ?D 1	a98	=0	ve0|1
 ConfigureHomeButton	int ADGR ?D 3	a98	=0	ve0|1|2|3
 ConfigureOpenMicrosoftEdgeWith	int ADGR ?D 3	a98	=3	ve0|1|2|3
 DisableLockdownOfStartPages	int ADGR ?D 1	a91	=0	ve0|1
 EnableExtendedBooksTelemetry	int ADGR ?D 1	a95	=0	ve0|1
 AllowTabPreloading	int ADGR ?D 1	a98	=1	ve0|1
 AllowPrelaunch	int ADGR ?D 1	a98	=1	ve0|1
 EnterpriseModeSiteList	chr ADGR ?D 3	a124
 EnterpriseSiteListServiceUrl	chr ADGR ?D 3	a91
 PreventTurningOffRequiredExtensions	chr ADGR ?D 3	a98	vn	l;
 FirstRunURL	chr ADGR ?D 3	a125
 HomePages	chr ADGR ?D 3	a126
 LockdownFavorites	int ADGR ?D 1	a123	=0	ve0|1
 ConfigureKioskMode	int ADGR ?D 3	a98	=0	ve1|0
 ConfigureKioskResetAfterIdleTimeout	int ADGR ?D 3	a98	=5	vr0..1440
 PreventAccessToAboutFlagsInMicrosoftEdge	int ADGR ?D 2	a92	=0	ve0|1
 PreventFirstRunPage	int ADGR ?D 2	a91	=0	ve0|1
 PreventCertErrorOverrides	int ADGR ?D 2	a98	=0	ve0|1
 PreventSmartScreenPromptOverride	int ADGR ?D 2	a121	=0	ve0|1
 PreventSmartScreenPromptOverrideForFiles	int ADGR ?D 2	a121	=0	ve0|1
 PreventLiveTileDataCollection	int ADGR ?D 2	a91	=0	ve0|1
 PreventUsingLocalHostIPAddressForWebRTC	int ADGR ?D 2	a121	=0	ve0|1
 ProvisionFavorites	chr ADGR ?D 3	a123
 SendIntranetTraffictoInternetExplorer	int ADGR ?D 2	a127	=0	ve0|1
 SetDefaultSearchEngine	chr ADGR ?D 3	a91
 SetHomeButtonURL	chr ADGR ?D 3	a98
 SetNewTabPageURL	chr ADGR ?D 3	a98
 ShowMessageWhenOpeningSitesInInternetExplorer	int ADGR ?D 2	a92	=0	ve0|1|2
 SyncFavoritesBetweenIEAndMicrosoftEdge	int ADGR ?D 1	a91	=0	ve0|1
 UnlockHomeButton	int ADGR ?D 1	a98	=0	ve0|1
 UseSharedFolderForBooks	int ADGR ?D 1	a95	=0	ve0|1
Connectivity	node G 1P	m16
 DisableCrossDeviceResume	int ADGR ?D 1	a136	=0	ve0|1
CredentialsUI	node G 1P	m16
 DisablePasswordReveal	chr ADGR ?D 3	a91	va
Desktop	node G 1P	m16
 PreventUserRedirectionOfProfileFolders	chr ADGR ?D 3	a91	va
Display	node G 1P	m16
 EnablePerProcessDpi	int ADGR ?D 1	a164	ve0|1
Education	node G 1P	m16
 AllowGraphingCalculator	int ADGR ?D 1	a282	=1	ve0|1
 DefaultPrinterName	chr ADGR ?D 3	a128
 PreventAddingNewPrinters	int ADGR ?D 2	a128	=0	ve0|1
 PrinterNames	chr ADGR ?D 3	a128	vn	l
EnterpriseCloudPrint	node G 1P	m16
 CloudPrinterDiscoveryEndPoint	chr ADGR ?D 3	a114
 DiscoveryMaxPrinterLimit	int ADGR ?D 3	a114	=20	vr0..65535
 CloudPrintOAuthAuthority	chr ADGR ?D 3	a114
 CloudPrintOAuthClientId	chr ADGR ?D 3	a114
 MopriaDiscoveryResourceId	chr ADGR ?D 3	a114
 CloudPrintResourceId	chr ADGR ?D 3	a114
Experience	node G 1P	m16
 AllowScreenRecorder	int ADGR ?D 1	a169	=1	ve0|1
 AllowSpotlightCollection	int ADGR ?D 1	a173	=1	vr0..1
 AllowThirdPartySuggestionsInWindowsSpotlight	int ADGR ?D 1	a88	=1	ve0|1
 AllowWindowsSpotlight	int ADGR ?D 1	a168	=1	ve0|1
 AllowWindowsSpotlightOnActionCenter	int ADGR ?D 1	a104	=1	ve0|1
 AllowWindowsSpotlightOnSettings	int ADGR ?D 1	a283	=1	ve0|1
 AllowWindowsSpotlightWindowsWelcomeExperience	int ADGR ?D 1	a104	=1	ve0|1
 AllowTailoredExperiencesWithDiagnosticData	int ADGR ?D 1	a91	=1	ve0|1
 ConfigureWindowsSpotlightOnLockScreen	int ADGR ?D 1	a168	=1	ve0|1|2|3
 EnableOrganizationalMessages	int ADGR ?D 1	a284	=0	ve0|1
FileExplorer	node G 1P	m16
 AllowOptionToShowNetwork	int ADGR ?D 1	a177	=0	ve0|1
 AllowOptionToShowThisPC	int ADGR ?D 1	a177	=0	ve0|1
 SetAllowedFolderLocations	int ADGR ?D 3	a177	=0	ve0|13|15|31|47|63
 SetAllowedStorageLocations	int ADGR ?D 3	a177	=0	ve0|1|2|3|4|5|6|7
InternetExplorer	node G 1P	m16
 AddSearchProvider	chr ADGR ?D 3	a91	va
 DisableSecondaryHomePageChange	chr ADGR ?D 3	a91	va
 DisableProxyChange	chr ADGR ?D 3	a91	va
 DisableSearchProviderChange	chr ADGR ?D 3	a91	va
 DisableCustomerExperienceImprovementProgramParticipation	chr ADGR ?D 3	a91	va
 AllowEnhancedSuggestionsInAddressBar	chr ADGR ?D 3	a182	va
 AllowSuggestedSites	chr ADGR ?D 3	a91	va
 DisableActiveXVersionListAutoDownload	chr ADGR ?D 3	a182	va
 DisableCompatView	chr ADGR ?D 3	a182	va
 DisableFeedsBackgroundSync	chr ADGR ?D 3	a182	va
 DisableFirstRunWizard	chr ADGR ?D 3	a91	va
 DisableFlipAheadFeature	chr ADGR ?D 3	a91	va
 DisableGeolocation	chr ADGR ?D 3	a182	va
 DisableHomePageChange	chr ADGR ?D 3	a91	va
 DisableWebAddressAutoComplete	chr ADGR ?D 3	a182	va
 NewTabDefaultPage	chr ADGR ?D 3	a182	va
 PreventManagingSmartScreenFilter	chr ADGR ?D 3	a123	va
 SearchProviderList	chr ADGR ?D 3	a91	va
 AllowActiveXFiltering	chr ADGR ?D 3	a91	va
 AllowEnterpriseModeSiteList	chr ADGR ?D 3	a91	va
 SendSitesNotInEnterpriseSiteListToEdge	chr ADGR ?D 3	a183	va
 ConfigureEdgeRedirectChannel	chr ADGR ?D 3	a183	va
 KeepIntranetSitesInInternetExplorer	chr ADGR ?D 3	a183	va
 AllowSaveTargetAsInIEMode	chr ADGR ?D 3	a183	va
 DisableInternetExplorerApp	chr ADGR ?D 3	a183	va
 EnableExtendedIEModeHotkeys	chr ADGR ?D 3	a184	va
 AllowLegacyURLFields	chr ADGR ?D 3	a185	va
 ResetZoomForDialogInIEMode	chr ADGR ?D 3	a186	va
 EnableGlobalWindowListInIEMode	chr ADGR ?D 3	a187	va
 JScriptReplacement	chr ADGR ?D 3	a177	va
 AllowInternetExplorerStandardsMode	chr ADGR ?D 3	a91	va
 AllowInternetExplorer7PolicyList	chr ADGR ?D 3	a123	va
 DisableEncryptionSupport	chr ADGR ?D 3	a91	va
 AllowEnhancedProtectedMode	chr ADGR ?D 3	a91	va
 AllowInternetZoneTemplate	chr ADGR ?D 3	a91	va
 IncludeAllLocalSites	chr ADGR ?D 3	a91	va
 IncludeAllNetworkPaths	chr ADGR ?D 3	a91	va
 AllowIntranetZoneTemplate	chr ADGR ?D 3	a91	va
 AllowLocalMachineZoneTemplate	chr ADGR ?D 3	a91	va
 AllowLockedDownInternetZoneTemplate	chr ADGR ?D 3	a91	va
 AllowLockedDownIntranetZoneTemplate	chr ADGR ?D 3	a91	va
 AllowLockedDownLocalMachineZoneTemplate	chr ADGR ?D 3	a91	va
 AllowLockedDownRestrictedSitesZoneTemplate	chr ADGR ?D 3	a91	va
 AllowsLockedDownTrustedSitesZoneTemplate	chr ADGR ?D 3	a91	va
 AllowsRestrictedSitesZoneTemplate	chr ADGR ?D 3	a91	va
 AllowSiteToZoneAssignmentList	chr ADGR ?D 3	a91	va
 AllowTrustedSitesZoneTemplate	chr ADGR ?D 3	a91	va
 InternetZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 IntranetZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowAccessToDataSources	chr ADGR ?D 3	a91	va
 InternetZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 IntranetZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowFontDownloads	chr ADGR ?D 3	a91	va
 InternetZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 IntranetZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowScriptlets	chr ADGR ?D 3	a91	va
 InternetZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 IntranetZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowAutomaticPromptingForActiveXControls	chr ADGR ?D 3	a91	va
 InternetZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 IntranetZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowAutomaticPromptingForFileDownloads	chr ADGR ?D 3	a91	va
 InternetZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 IntranetZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 TrustedSitesZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LocalMachineZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneInitializeAndScriptActiveXControls	chr ADGR ?D 3	a91	va
 InternetZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 IntranetZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 TrustedSitesZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LocalMachineZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneNavigateWindowsAndFrames	chr ADGR ?D 3	a91	va
 InternetZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 IntranetZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowNETFrameworkReliantComponents	chr ADGR ?D 3	a91	va
 InternetZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 IntranetZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowSmartScreenIE	chr ADGR ?D 3	a91	va
 InternetZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 IntranetZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowUserDataPersistence	chr ADGR ?D 3	a91	va
 InternetZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LockedDownInternetZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 IntranetZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LockedDownIntranetZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 TrustedSitesZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LockedDownTrustedSitesZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LockedDownRestrictedSitesZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LocalMachineZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 LockedDownLocalMachineZoneAllowLessPrivilegedSites	chr ADGR ?D 3	a91	va
 AllowAddOnList	chr ADGR ?D 3	a91	va
 DoNotBlockOutdatedActiveXControls	chr ADGR ?D 3	a91	va
 DoNotBlockOutdatedActiveXControlsOnSpecificDomains	chr ADGR ?D 3	a91	va
 DisableEnclosureDownloading	chr ADGR ?D 3	a91	va
 DisableBypassOfSmartScreenWarnings	chr ADGR ?D 3	a91	va
 DisableBypassOfSmartScreenWarningsAboutUncommonFiles	chr ADGR ?D 3	a91	va
 AllowOneWordEntry	chr ADGR ?D 3	a91	va
 AllowEnterpriseModeFromToolsMenu	chr ADGR ?D 3	a91	va
 RestrictedSitesZoneAllowActiveScripting	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowBinaryAndScriptBehaviors	chr ADGR ?D 3	a123	va
 InternetZoneAllowCopyPasteViaScript	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowCopyPasteViaScript	chr ADGR ?D 3	a123	va
 AllowDeletingBrowsingHistoryOnExit	chr ADGR ?D 3	a123	va
 InternetZoneAllowDragAndDropCopyAndPasteFiles	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowDragAndDropCopyAndPasteFiles	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowFileDownloads	chr ADGR ?D 3	a123	va
 InternetZoneAllowLoadingOfXAMLFiles	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowLoadingOfXAMLFiles	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowMETAREFRESH	chr ADGR ?D 3	a123	va
 InternetZoneAllowOnlyApprovedDomainsToUseActiveXControls	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowOnlyApprovedDomainsToUseActiveXControls	chr ADGR ?D 3	a123	va
 InternetZoneAllowOnlyApprovedDomainsToUseTDCActiveXControl	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowOnlyApprovedDomainsToUseTDCActiveXControl	chr ADGR ?D 3	a123	va
 InternetZoneAllowScriptingOfInternetExplorerWebBrowserControls	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowScriptingOfInternetExplorerWebBrowserControls	chr ADGR ?D 3	a123	va
 InternetZoneAllowScriptInitiatedWindows	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowScriptInitiatedWindows	chr ADGR ?D 3	a123	va
 AllowSoftwareWhenSignatureIsInvalid	chr ADGR ?D 3	a123	va
 InternetZoneAllowUpdatesToStatusBarViaScript	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneAllowUpdatesToStatusBarViaScript	chr ADGR ?D 3	a123	va
 CheckServerCertificateRevocation	chr ADGR ?D 3	a123	va
 CheckSignaturesOnDownloadedPrograms	chr ADGR ?D 3	a123	va
 DisableConfiguringHistory	chr ADGR ?D 3	a123	va
 DoNotAllowActiveXControlsInProtectedMode	chr ADGR ?D 3	a123	va
 InternetZoneDoNotRunAntimalwareAgainstActiveXControls	chr ADGR ?D 3	a123	va
 IntranetZoneDoNotRunAntimalwareAgainstActiveXControls	chr ADGR ?D 3	a123	va
 LocalMachineZoneDoNotRunAntimalwareAgainstActiveXControls	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneDoNotRunAntimalwareAgainstActiveXControls	chr ADGR ?D 3	a123	va
 TrustedSitesZoneDoNotRunAntimalwareAgainstActiveXControls	chr ADGR ?D 3	a123	va
 InternetZoneDownloadSignedActiveXControls	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneDownloadSignedActiveXControls	chr ADGR ?D 3	a123	va
 InternetZoneDownloadUnsignedActiveXControls	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneDownloadUnsignedActiveXControls	chr ADGR ?D 3	a123	va
 InternetZoneEnableDraggingOfContentFromDifferentDomainsAcrossWindows	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneEnableDraggingOfContentFromDifferentDomainsAcrossWindows	chr ADGR ?D 3	a123	va
 InternetZoneEnableDraggingOfContentFromDifferentDomainsWithinWindows	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneEnableDraggingOfContentFromDifferentDomainsWithinWindows	chr ADGR ?D 3	a123	va
 InternetZoneEnableMIMESniffing	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneEnableMIMESniffing	chr ADGR ?D 3	a123	va
 InternetZoneIncludeLocalPathWhenUploadingFilesToServer	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneIncludeLocalPathWhenUploadingFilesToServer	chr ADGR ?D 3	a123	va
 ConsistentMimeHandlingInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 MimeSniffingSafetyFeatureInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 MKProtocolSecurityRestrictionInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 NotificationBarInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 ProtectionFromZoneElevationInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 RestrictActiveXInstallInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 RestrictFileDownloadInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 ScriptedWindowSecurityRestrictionsInternetExplorerProcesses	chr ADGR ?D 3	a123	va
 InternetZoneJavaPermissions	chr ADGR ?D 3	a123	va
 IntranetZoneJavaPermissions	chr ADGR ?D 3	a123	va
 LocalMachineZoneJavaPermissions	chr ADGR ?D 3	a123	va
 LockedDownInternetZoneJavaPermissions	chr ADGR ?D 3	a123	va
 LockedDownLocalMachineZoneJavaPermissions	chr ADGR ?D 3	a123	va
 LockedDownRestrictedSitesZoneJavaPermissions	chr ADGR ?D 3	a123	va
 LockedDownTrustedSitesZoneJavaPermissions	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneJavaPermissions	chr ADGR ?D 3	a123	va
 TrustedSitesZoneJavaPermissions	chr ADGR ?D 3	a123	va
 InternetZoneLaunchingApplicationsAndFilesInIFRAME	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneLaunchingApplicationsAndFilesInIFRAME	chr ADGR ?D 3	a123	va
 InternetZoneLogonOptions	chr ADGR ?D 3	a123	va
 IntranetZoneLogonOptions	chr ADGR ?D 3	a188	va
 TrustedSitesZoneLogonOptions	chr ADGR ?D 3	a188	va
 RestrictedSitesZoneLogonOptions	chr ADGR ?D 3	a123	va
 LocalMachineZoneLogonOptions	chr ADGR ?D 3	a188	va
 DisableDeletingUserVisitedWebsites	chr ADGR ?D 3	a123	va
 DisableIgnoringCertificateErrors	chr ADGR ?D 3	a123	va
 PreventPerUserInstallationOfActiveXControls	chr ADGR ?D 3	a123	va
 RemoveRunThisTimeButtonForOutdatedActiveXControls	chr ADGR ?D 3	a123	va
 InternetZoneRunNETFrameworkReliantComponentsSignedWithAuthenticode	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneRunNETFrameworkReliantComponentsSignedWithAuthenticode	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneRunActiveXControlsAndPlugins	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneScriptActiveXControlsMarkedSafeForScripting	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneScriptingOfJavaApplets	chr ADGR ?D 3	a123	va
 InternetZoneShowSecurityWarningForPotentiallyUnsafeFiles	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneShowSecurityWarningForPotentiallyUnsafeFiles	chr ADGR ?D 3	a123	va
 SpecifyUseOfActiveXInstallerService	chr ADGR ?D 3	a123	va
 DisableCrashDetection	chr ADGR ?D 3	a123	va
 DisableInPrivateBrowsing	chr ADGR ?D 3	a123	va
 DisableSecuritySettingsCheck	chr ADGR ?D 3	a123	va
 DisableProcessesInEnhancedProtectedMode	chr ADGR ?D 3	a123	va
 AllowCertificateAddressMismatchWarning	chr ADGR ?D 3	a123	va
 InternetZoneEnableCrossSiteScriptingFilter	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneEnableCrossSiteScriptingFilter	chr ADGR ?D 3	a123	va
 InternetZoneEnableProtectedMode	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneTurnOnProtectedMode	chr ADGR ?D 3	a123	va
 AllowAutoComplete	chr ADGR ?D 3	a123	va
 InternetZoneUsePopupBlocker	chr ADGR ?D 3	a123	va
 RestrictedSitesZoneUsePopupBlocker	chr ADGR ?D 3	a123	va
 InternetZoneAllowVBScriptToRunInInternetExplorer	chr ADGR ?D 3	a95	va
 LockedDownIntranetJavaPermissions	chr ADGR ?D 3	a95	va
 RestrictedSitesZoneAllowVBScriptToRunInInternetExplorer	chr ADGR ?D 3	a95	va
 DisableHTMLApplication	chr ADGR ?D 3	a189	va
 DisableAdobeFlash	chr ADGR ?D r
KioskBrowser	node G 1P	m16
 BlockedUrls	chr ADGR ?D 3	a164	vn	l
 BlockedUrlExceptions	chr ADGR ?D 3	a164	vn	l
 DefaultURL	chr ADGR ?D 3	a164
 EnableEndSessionButton	int ADGR ?D 3	a164	=0	ve1|0
 EnableHomeButton	int ADGR ?D 3	a164	=0	ve1|0
 EnableNavigationButtons	int ADGR ?D 3	a164	=0	ve1|0
 RestartOnIdleTime	int ADGR ?D 3	a164	=0	vr1..1440
MixedReality	node G 1P	m16
 AutoUnlock	int ADGR ?D 1	a197	=0	ve0|1
Multitasking	node G 1P	m16
 BrowserAltTabBlowout	int ADGR ?D 3	a177	=1	ve1|2|3|4
Notifications	node G 1P	m16
 DisallowNotificationMirroring	int ADGR ?D 1	a92	=0	ve0|1
 DisallowTileNotification	int ADGR ?D 1	a95	=0	ve0|1
 EnableExpandedToastNotifications	int ADGR ?D 1	a285	=0	ve0|1
 DisableAccountNotifications	int ADGR ?D 2	a137	=0	ve0|1
Printers	node G 1P	m16
 PointAndPrintRestrictions_User	chr ADGR ?D 3	a91	va
 EnableDeviceControlUser	chr ADGR ?D 3	a177	va
 ApprovedUsbPrintDevicesUser	chr ADGR ?D 3	a177	va
Privacy	node G 1P	m16
 DisablePrivacyExperience	int ADGR ?D 1	a140	=0	ve0|1
RemoteDesktop	node G 1P	m16
 AutoSubscription	chr ADGR ?D 3	a286	vn	l\p
RemoteDesktopServices	node G 1P	m16
 LimitServerToClientClipboardRedirection	chr ADGR ?D 3	a216	va
 LimitClientToServerClipboardRedirection	chr ADGR ?D 3	a216	va
Security	node G 1P	m16
 RecoveryEnvironmentAuthentication	int ADGR ?D 3	a166	=0	ve0|1|2
Settings	node G 1P	m16
 ConfigureTaskbarCalendar	int ADGR ?D 3	a91	=0	ve0|1|2|3
 PageVisibilityList	chr ADGR ?D 3	a222
SpeakForMe	node G 1P	m16
 EnableSpeakForMe	int ADGR ?D 1	a229	=1	ve0|1
Start	node G 1P	m16
 ForceStartSize	int ADGR ?D 3	a89	=0	ve0|1|2
 DisableContextMenus	int ADGR ?D 1	a95	=0	ve0|1
 ShowOrHideMostUsedApps	int ADGR ?D 2	a177	=0	ve0|1|2
 HideFrequentlyUsedApps	int ADGR ?D 1	a91	=0	ve0|1
 HideRecentlyAddedApps	int ADGR ?D 1	a91	=0	ve0|1
 HideRecentJumplists	int ADGR ?D 1	a91	=0	ve0|1
 HideAppList	int ADGR ?D 3	a91	=0	ve0|1|2|3
 HidePeopleBar	int ADGR ?D 1	a123	=0	ve0|1
 StartLayout	chr ADGR ?D 3	a92
 ConfigureStartPins	chr ADGR ?D 3	a177
 HideRecommendedSection	int ADGR ?D 2	a90	=0	ve0|1
 HideRecommendedPersonalizedSites	int ADGR ?D 2	a226	=0	ve0|1
 HideTaskViewButton	int ADGR ?D 2	a90	=0	ve0|1
 DisableControlCenter	chr ADGR ?D 3	a90	ve0|1
 AlwaysShowNotificationIcon	int ADGR ?D 1	a185	=0	ve0|1
 TurnOffAbbreviatedDateTimeFormat	int ADGR ?D 1	a185	=0	ve0|1
Storage	node G 1P	m16
 WPDDevicesDenyReadAccessPerUser	chr ADGR ?D 3	a177	va
 WPDDevicesDenyWriteAccessPerUser	chr ADGR ?D 3	a177	va
System	node G 1P	m16
 AllowTelemetry	int ADGR ?D 1	a142	=1	ve0|1|3
TimeLanguageSettings	node G 1P	m16
 RestrictLanguagePacksAndFeaturesInstall	int ADGR ?D 2	a111	=0	ve0|1
WindowsAI	node G 1P	m16
 TurnOffWindowsCopilot	int ADGR ?D d3	a287	=0	ve0|1	x10.0.26100.712
 DisableAIDataAnalysis	int ADGR ?D 3	a151	=0	ve0|1
 SetCopilotHardwareKey	chr ADGR ?D 3	a288
 SetDenyAppListForRecall	chr ADGR ?D 3	a165	vn	l;
 SetDenyUriListForRecall	chr ADGR ?D 3	a165	vn	l;
 SetMaximumStorageSpaceForRecallSnapshots	int ADGR ?D 1	a165	=0	ve0|10240|25600|51200|76800|102400|153600
 SetMaximumStorageDurationForRecallSnapshots	int ADGR ?D 1	a165	=0	ve0|30|60|90|180
WindowsPowerShell	node G 1P	m16
 TurnOnPowerShellScriptBlockLogging	chr ADGR ?D 3	a95	va
PrinterProvisioning	node G 1P	a289
 UPPrinterInstalls	node G 1P
  {PrinterSharedID}	node ADG +D u
   CloudDeviceID	chr ADGR 1D	m	vn
   Install	null EG 1D	m
   Status	int G 1D	m
   ErrorCode	int G 1D	m
   PrinterSharedName	chr ADGR 1D	m	vn
RemoteRing	node G 1P
 Ring	null G 1P
RootCATrustedCertificates	node G 1P	a14
 CA	node G 1P i
  {CertHash}	node DG *D iu
   EncodedCertificate	b64 AGR 1D	m	vn
   IssuedBy	chr G 1D	m
   IssuedTo	chr G 1D	m
   ValidFrom	chr G 1D	m
   ValidTo	chr G 1D	m
   TemplateName	chr G 1D	m
 OemEsim	node G 1P i	a59
  {CertHash}	node DG *D iu
   EncodedCertificate	b64 AGR 1D i	m	vn
   IssuedBy	chr G 1D i	m
   IssuedTo	chr G 1D i	m
   ValidFrom	chr G 1D i	m
   ValidTo	chr G 1D i	m
   TemplateName	chr G 1D i	m
 TrustedPublisher	node G 1P i
  {CertHash}	node DG *D iu
   EncodedCertificate	b64 AGR 1D i	m	vn
   IssuedBy	chr G 1D i	m
   IssuedTo	chr G 1D i	m
   ValidFrom	chr G 1D i	m
   ValidTo	chr G 1D i	m
   TemplateName	chr G 1D i	m
 TrustedPeople	node G 1P i
  {CertHash}	node DG *D iu
   EncodedCertificate	b64 AGR 1D i	m	vn
   IssuedBy	chr G 1D i	m
   IssuedTo	chr G 1D i	m
   ValidFrom	chr G 1D i	m
   ValidTo	chr G 1D i	m
   TemplateName	chr G 1D i	m
 UntrustedCertificates	node G 1P i	a31
  {CertHash}	node DG *D iu
   EncodedCertificate	b64 AGR 1D i	m	vn
   IssuedBy	chr G 1D i	m
   IssuedTo	chr G 1D i	m
   ValidFrom	chr G 1D i	m
   ValidTo	chr G 1D i	m
   TemplateName	chr G 1D i	m
 Root	node G 1P ri
  {CertHash}	node DG *D ri
   EncodedCertificate	b64 AGR 1D ri	m
   IssuedBy	chr G 1D ri
   IssuedTo	chr G 1D ri
   ValidFrom	chr G 1D ri
   ValidTo	chr G 1D ri
   TemplateName	chr G 1D ri
VPNv2	node G 1P	a14
 {ProfileName}	node ADGR *D ag	vp^[^/]*$
  AppTriggerList	node G ?D
   {appTriggerRowId}	node ADG *D u
    App	node G 1D
     Id	chr ADGR 1D	m	vn
     Type	chr G 1D	m
  RouteList	node G ?D
   {routeRowId}	node ADG *D u
    Address	chr ADGR 1D	m	vn
    PrefixSize	int ADGR 1D	m	vr0..4294967295
    Metric	int ADGR 1D	a45	m	vn
    ExclusionRoute	bool ADGR 1D	a45	m	=false	vefalse|true
  DomainNameInformationList	node G ?D
   {dniRowId}	node ADG *D u
    DomainName	chr ADGR 1D	m	vn
    DomainNameType	chr G 1D	m
    DnsServers	chr ADGR 1D	m	vn
    WebProxyServers	chr ADGR ?D	m	vn
    AutoTrigger	bool ADGR ?D	a45	m	=false	vefalse|true
    Persistent	bool ADGR ?D	a45	m	=false	vefalse|true
  TrafficFilterList	node G ?D
   {trafficFilterId}	node ADG *D u
    App	node G ?D
     Id	chr ADGR 1D	m	vn
     Type	chr G 1D	m
    Claims	chr ADGR ?D	m	vn
    Protocol	int ADGR ?D	m	vr0..255
    LocalPortRanges	chr ADGR ?D	m	vp^[\\d]*$
    RemotePortRanges	chr ADGR ?D	m	vp^[\\d]*$
    LocalAddressRanges	chr ADGR ?D	m	vn
    RemoteAddressRanges	chr ADGR ?D	m	vn
    RoutingPolicyType	chr ADGR ?D	m	veSplitTunnel|ForceTunnel
    Direction	chr ADGR ?D	a30	m
  EdpModeId	chr ADGR ?D	m	vn
  RememberCredentials	bool ADGR ?D	m	=false	vefalse|true
  AlwaysOn	bool ADGR ?D	m	=false	vefalse|true
  AlwaysOnActive	bool ADGR ?D	m	=1	ve0|1
  RegisterDNS	bool ADGR ?D	a28	m	=false	vefalse|true
  DnsSuffix	chr ADGR ?D	m	vn
  ByPassForLocal	bool ADGR ?D	m
  TrustedNetworkDetection	chr ADGR ?D	m	vn
  DisableAdvancedOptionsEditButton	bool ADGR ?D	a40	m	vefalse|true
  DisableDisconnectButton	bool ADGR ?D	a40	m	vefalse|true
  RequireVpnClientAppUI	bool ADGR ?D	a290	m
  ProfileXML	chr ADGR ?D	a45	m	vx
  Proxy	node G ?D
   Manual	node G ?D
    Server	chr ADGR 1D	m	vn
   AutoConfigUrl	chr ADGR ?D	m	vn
  APNBinding	node G ?D
   ProviderId	chr ADGR 1D	m
   AccessPointName	chr ADGR 1D	m
   UserName	chr ADGR 1D	m
   Password	chr ADGR 1D	m
   IsCompressionEnabled	bool ADGR ?D	m
   AuthenticationType	chr ADGR 1D	m
  DeviceCompliance	node AG ?D	a69
   Enabled	bool ADGR 1D	m	vefalse|true
   Sso	node AG 1D
    Enabled	bool ADGR 1D	m	vefalse|true
    IssuerHash	chr ADGR 1D	m	vn
    Eku	chr ADGR 1D	m	vn
  PluginProfile	node AG ?D
   ServerUrlList	chr ADGR 1D	m	vn
   CustomConfiguration	chr ADGR 1D	m	vn
   PluginPackageFamilyName	chr ADGR 1D	m	vn
   CustomStoreUrl	chr ADGR 1D r
   WebAuth	node AG ?D r
    Enabled	bool ADGR 1D r
    ClientId	chr ADGR 1D r
  NativeProfile	node AG ?D
   Servers	chr ADGR 1D	m
   RoutingPolicyType	chr ADGR 1D	m	veSplitTunnel|ForceTunnel
   NativeProtocolType	chr ADGR 1D	m	vePPTP|L2TP|IKEv2|Automatic|SSTP|ProtocolList
   ProtocolList	node G ?D	a270
    NativeProtocolList	node G ?D
     {NativeProtocolRowId}	node ADG *D
      Type	chr ADGR 1D	m	vePptp|L2tp|Ikev2|Sstp
    RetryTimeInHours	int ADGR ?D	m
   Authentication	node G 1D
    UserMethod	chr ADGR 1D	m	veEAP|MSChapv2
    MachineMethod	chr ADGR 1D	m	veCertificate
    Eap	node G 1D
     Configuration	chr ADGR 1D	m	vn
     Type	int ADGR 1D	m	vn
    Certificate	node G 1D
     Issuer	chr ADGR 1D	m
     Eku	chr ADGR 1D	m
   CryptographySuite	node G 1D	a45
    AuthenticationTransformConstants	chr ADGR 1D	m	veMD596|SHA196|SHA256128|GCMAES128|GCMAES192|GCMAES256
    CipherTransformConstants	chr ADGR 1D	m	veDES|DES3|AES128|AES192|AES256|GCMAES128|GCMAES192|GCMAES256
    EncryptionMethod	chr ADGR 1D	m	veDES|DES3|AES128|AES192|AES256|AES_GCM_128|AES_GCM_256
    IntegrityCheckMethod	chr ADGR 1D	m	veMD5|SHA196|SHA256|SHA384
    DHGroup	chr ADGR 1D	m	veNone|Group1|Group2|Group14|ECP256|ECP384|Group24
    PfsGroup	chr ADGR 1D	m	veNone|PFS1|PFS2|PFS2048|ECP256|ECP384|PFSMM|PFS24
   L2tpPsk	chr ADGR ?D	a45	m	vn
   DisableClassBasedDefaultRoute	bool ADGR ?D	a45	m	vefalse|true
   PlumbIKEv2TSAsRoutes	bool ADGR ?D	a30	m
  NetworkOutageTime	int ADGR ?D	a51	m	vr0..4294967295
  IPv4InterfaceMetric	int ADGR ?D	a51	m	vr1..9999
  IPv6InterfaceMetric	int ADGR ?D	a51	m	vr1..9999
  UseRasCredentials	bool ADGR ?D	a51	m	=true	vefalse|true
  DataEncryption	chr ADGR ?D	a51	m	=Require	veNone|Require|Max|Optional
  PrivateNetwork	bool ADGR ?D	a51	m	=true	vefalse|true
  DisableIKEv2Fragmentation	bool ADGR ?D	a51	m	=false	vetrue|false
WiFi	node G 1P	a271
 Profile	node G 1P
  {SSID}	node ADGR *D g
   WlanXml	chr ADGR 1D	m
   Proxy	chr ADGR 1D i	m	vn
   ProxyPacUrl	chr ADGR ?D i	a69	m	vn
   ProxyWPAD	bool ADGR ?D	a69	m	vefalse|true
   WiFiCost	int ADGR ?D	a260	m	=1	ve1|2|3
   ProfileSource	int GR 1P	a259	m	=0	ve0|1
WiredNetwork	node G 1P	a278
 LanXML	chr ADGR ?D	m	vn
 EnableBlockPeriod	int ADGR ?D	m	vr0..4294967295
DevDetail	node G 1P	a14
 URI	node G 1P
  MaxDepth	chr G 1P	m
  MaxTotLen	chr G 1P	m
  MaxSegLen	chr G 1P	m
 DevTyp	chr G 1P	m
 OEM	chr G 1P	m
 FwV	chr G 1P	m
 SwV	chr G 1P	m
 HwV	chr G 1P	m
 LrgObj	bool G 1P	m
 Ext	node G 1P
  Microsoft	node G 1P
   MobileID	chr G 1P	m
   RadioSwV	chr G 1P	m
   Resolution	chr G 1P	m
   CommercializationOperator	chr G 1P	m
   ProcessorArchitecture	int G 1P	m
   ProcessorType	int G 1P	m
   OSPlatform	chr G 1P	m
   LocalTime	chr G 1P	m
   DeviceName	chr GR 1P A	m	vn
   DNSComputerName	chr GR 1P S	a58	m	vn
   TotalStorage	int G 1P	m
   FreeStorage	int G 1P	m
   TotalRAM	int G 1P	m
   SMBIOSSerialNumber	chr G 1P	a24	m
   SMBIOSVersion	chr G 1P	a291	m
   SystemSKU	chr G 1P	m
  WLANMACAddress	chr G 1P	m
  VoLTEServiceSetting	bool G 1P	m
  WlanIPv4Address	chr G 1D	m
  WlanIPv6Address	chr G 1D	m
  WlanDnsSuffix	chr G 1D	m
  WlanSubnetMask	chr G 1D	m
  DeviceHardwareData	chr G 1P	a36	m
DevInfo	node G 1P	a14
 DevId	chr G 1P	m
 Man	chr G 1P	m
 Mod	chr G 1P	m
 DmV	chr G 1P	m
 Lang	chr G 1P	m
 Ext	node G 1P
  ICCID	chr G 1P	m
DMAcc	node G 1P	a14
 {AccountUID}	node ADGR *D c
  AppID	chr AGR 1D	m	=w7	vew7
  ServerID	chr AGR 1D	m	vn
  Name	chr AGR ?D	m	vn
  PrefConRef	chr AGR ?D	m	vn
  AppAddr	node AG 1D
   {ObjectName}	node AG 1D c
    Addr	chr AGR 1D	m	vn
    AddrType	chr AGR 1D	m	=URI	veURI|IPv4
    Port	node AG ?D
     {ObjectName}	node AGR 1D c
      PortNbr	chr AGR 1D	m	vn
  AAuthPref	chr AGR ?D	m	veBASIC|DIGEST
  AppAuth	node AG ?D
   {ObjectName}	node AG +D c	vn
    AAuthLevel	chr AGR 1D	m	veCLCRED|SRVCRED
    AAuthType	chr AGR 1D	m	veBASIC|DIGEST
    AAuthName	chr AGR ?D	m	vn
    AAuthSecret	chr AR ?D	m	vn
    AAuthData	bin AR ?D	m	vn
  Ext	node G 1D
   Microsoft	node G 1D
    Role	int GR 1D	m	vf4|8|16|128
    ProtoVer	chr AGR ?D	m	ve1.1|1.2
    DefaultEncoding	chr AGR ?D	m	veapplication/vnd.syncml.dm+xml|application/vnd.syncml.dm+wbxml
    UseHwDevID	bool AGR ?D	m	=0	ve0|1
    ConnRetryFreq	int AGR ?D	m	=3	vn
    InitialBackOffTime	int AGR ?D	m	=16000	vn
    MaxBackOffTime	int AGR ?D	m	=86400000	vn
    BackCompatRetryDisabled	bool AGR ?D	m	=0	ve0|1
    UseNonceResync	bool AGR ?D	m	=0	ve0|1
    CRLCheck	bool AGR ?D	m	ve0|1
    DisableOnRoaming	bool AGR ?D	m	ve0|1
    SSLCLIENTCERTSEARCHCRITERIA	chr AGR ?D	m	vn
    InitiateSession	null AR ?D	a36	m	vn

"""#
}
