"""TGT: targets: copies that disagree, parts that do not add up, units that do not fit."""
