extension Rule {
    /// Rules on a message as a whole: its header, its versions, what a sender may put into it.
    static let frame: [Rule] = [
        versionOfDTD, versionOfProtocol, headerAddresses, headerMeta, sessionIDForm, respURIForm, finalMissing,
        finalInObject, alertClientOnly, abortWithoutFinal, statusHeaderFirst, statusCode, challengeMissing,
        challengeType, nonceMissing, nonceFormat, nonceNotBase64, credFormat, userNameMissing, commandsBesideChallenge,
        credBesideMAC, macHeader, macBroken,
    ]
}
