/// Figures to steer by, the zaken behind each, and what only the organisation knows.
enum SturingPaths {
    static let list = Path("/sturing")
    static let kpi = Path("/sturing/kpi/{kpi}")
    static let export = Path("/sturing/uitvoer/{soort}")
    static let own = Path("/sturing/kerncijfers")

    static let night = Path("/sturing/nacht")
    static let signal = Path("/sturing/nacht/{signaal}")

    static let all = [list, kpi, export, own, night, signal]
}
