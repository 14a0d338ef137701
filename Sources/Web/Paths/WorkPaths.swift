/// The werkvoorraad and the acts on taken.
enum WorkPaths {
    static let list = Path("/werkvoorraad")
    static let distribution = Path("/werkvoorraad/verdeling")
    static let completion = Path("/taken/{taak}/afronding")
    static let assignment = Path("/taken/{taak}/toewijzing")
    static let mending = Path("/taken/{taak}/herstel")
    static let asking = Path("/taken/{taak}/vraag")
    static let taak = Path("/taken/{taak}")

    static let all = [list, distribution, completion, assignment, mending, asking, taak]
}
