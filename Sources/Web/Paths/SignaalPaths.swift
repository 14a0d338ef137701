/// The steps before a signal to the municipality, the signal, and the municipalities.
enum SignaalPaths {
    static let page = Path("/zaken/{zaak}/vroegsignalering")
    static let proof = Path("/zaken/{zaak}/vroegsignalering/bewijzen")
    static let withdrawal = Path("/signaalbewijzen/{bewijs}/intrekking")
    static let signal = Path("/zaken/{zaak}/vroegsignalering/signaal")
    static let report = Path("/signalen/{signaal}/terugmelding")
    static let weighing = Path("/terugmeldingen/{terugmelding}/weging")
    /// Where a municipality reports back by a call.
    static let api = Path("/api/gemeente/terugmeldingen")
    static let municipalities = Path("/beheer/gemeenten")

    static let all = [page, proof, withdrawal, signal, report, weighing, api, municipalities]
}
