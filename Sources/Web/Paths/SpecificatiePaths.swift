/// How amounts came about, when claims lapse, and complaints.
enum SpecificatiePaths {
    static let specification = Path("/zaken/{zaak}/specificatie")
    static let sending = Path("/zaken/{zaak}/specificatie/verzending")
    static let interruption = Path("/vorderingen/{vordering}/stuiting")
    static let decision = Path("/vorderingen/{vordering}/verjaringsbesluit")
    static let complaint = Path("/zaken/{zaak}/klachten")
    static let lapsing = Path("/verjaring")

    static let all = [specification, sending, interruption, decision, complaint, lapsing]
}
