"""What `pyproject.toml` cannot say: a wheel is built in a new folder, or setuptools packs what older ones left."""

from tempfile import TemporaryDirectory

from setuptools import setup

with TemporaryDirectory() as folder:
    setup(options={"build": {"build_base": folder}, "egg_info": {"egg_base": folder}})
