public import Basics
public import Recht

/// What was computed that someone can spare: the outcome and the figures behind it, not the answers.
public struct Draagkracht: Hashable, Sendable {
    public let beslagvrijeVoet: Money
    /// What is left a month by the smallest of the rooms.
    public let ruimte: Money
    /// The most that is asked a month.
    public let grens: Money
    /// The day whose figures were taken, and the formula's name.
    public let peildatum: Day
    public let formule: String

    public init(_ room: SpareRoom) {
        beslagvrijeVoet = room.voet.bedrag
        ruimte = room.affordability.room
        grens = room.limit
        peildatum = room.voet.input.peildatum
        formule = room.voet.parameters.formula
    }

    var json: JSON {
        [
            "beslagvrijeVoet": JSON(beslagvrijeVoet), "ruimte": JSON(ruimte), "grens": JSON(grens),
            "peildatum": JSON(peildatum), "formule": .string(formule),
        ]
    }
}
